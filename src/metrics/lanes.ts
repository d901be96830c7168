/**
 * Runs works in their order, so many at a time. Where one fails, no other is begun, and those that were begun are over before
 * its error is thrown.
 */
export async function inLanes(lanes: number, works: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...works];
  const lane = async (): Promise<void> => {
    for (let work = waiting.shift(); work; work = waiting.shift()) {
      await work().catch((error: unknown) => {
        waiting.length = 0;
        throw error;
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const failed = ended.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
