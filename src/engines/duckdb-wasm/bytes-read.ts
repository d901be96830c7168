/** What the engine's worker tells when it has read a piece of a file. */
export interface BytesRead {
  bytesRead: number;
}

/** How much of the file at work the engine has read. */
export class ReadProgress {
  /** In bytes: of the file, and read so far; null while none is at work. */
  #size: number | null = null;
  #read = 0;

  /** Listens to a worker before anyone else does, to whom what it reads is of no use. */
  constructor(worker: Worker) {
    worker.addEventListener('message', (event: MessageEvent<Partial<BytesRead>>) => {
      const { bytesRead } = event.data;
      if (bytesRead === undefined) return;
      event.stopImmediatePropagation();
      this.#read += bytesRead;
    });
  }

  /** A file is at work from now on. */
  begin(size: number): void {
    this.#size = size;
    this.#read = 0;
  }

  end(): void {
    this.#size = null;
  }

  /** In percent; null while no file is at work. */
  get percent(): number | null {
    if (this.#size === null) return null;
    return this.#size === 0 ? 100 : Math.min(100, (this.#read / this.#size) * 100);
  }
}
