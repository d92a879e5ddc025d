/** A thread that should look for words and, as on a mount that hangs, never answers. */
const sleeping = new Int32Array(new SharedArrayBuffer(4));
for (;;) Atomics.wait(sleeping, 0, 0, 5);
