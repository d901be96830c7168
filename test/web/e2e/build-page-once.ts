import { build, buildPage } from '../../../scripts/setup.mjs';

/** Builds the program and its page before the tests that open it, when a source changed. */
export default function buildPageOnce(): void {
  if (!build() || !buildPage()) throw new Error('The build failed: see the messages above.');
}
