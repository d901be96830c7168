import { build } from '../../scripts/setup.mjs';

/** Builds the program before the tests that run it, when a source changed. */
export default function buildOnce(): void {
  if (!build()) throw new Error('The build failed: see the messages above.');
}
