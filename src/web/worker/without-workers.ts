/** The engine's package names `Worker` as it loads: a browser without workers inside workers is told of later, in words. */
(globalThis as { Worker?: unknown }).Worker ??= undefined;

export {};
