/**
 * Tar archives (POSIX ustar), written and read as streams: files one after the other, each under a header of 512 bytes.
 * Only what a backup needs: plain files, names of at most 100 bytes, up to 8 GiB each.
 */

/** A file on its way into an archive. `content` must give exactly `size` bytes. */
export type TarInput = {
  readonly name: string;
  readonly size: number;
  readonly content: Iterable<Buffer> | AsyncIterable<Buffer>;
};

/** A file in an archive. `content` is read before the next file is asked for; what is left is passed over. */
export type TarFile = {
  readonly name: string;
  readonly size: number;
  readonly content: AsyncIterable<Buffer>;
};

/** The archive is not one, or it breaks off. */
export class TarError extends Error {
  override readonly name = "TarError";
}

const BLOCK = 512;
const LARGEST = 0o77777777777;

function octal(value: number, digits: number): string {
  return `${value.toString(8).padStart(digits, "0")}\0`;
}

function headerOf({ name, size }: TarInput, seconds: number): Buffer {
  if (Buffer.byteLength(name) > 100 || size > LARGEST) throw new RangeError(`too large for tar: ${name}`);
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, "utf8");
  header.write(octal(0o600, 7), 100, "latin1");
  header.write(octal(0, 7), 108, "latin1");
  header.write(octal(0, 7), 116, "latin1");
  header.write(octal(size, 11), 124, "latin1");
  header.write(octal(seconds, 11), 136, "latin1");
  // The sum is made as if its own field were blanks.
  header.fill(" ", 148, 156, "latin1");
  header.write("0ustar\x0000", 156, "latin1");
  header.copyWithin(257, 157, 165);
  header.fill(0, 157, 165);
  header.write(`${octal(sumOf(header), 6)} `, 148, "latin1");
  return header;
}

function sumOf(header: Buffer): number {
  let sum = 0;
  for (const byte of header) sum += byte;
  return sum;
}

function padding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

/** The bytes of an archive; every file is dated `seconds` after 1970. Throws where a file has another size than told. */
export async function* tarOf(
  files: AsyncIterable<TarInput>,
  seconds: number,
): AsyncGenerator<Buffer, void, void> {
  for await (const file of files) {
    yield headerOf(file, seconds);
    let written = 0;
    for await (const chunk of file.content) {
      written += chunk.length;
      yield chunk;
    }
    if (written !== file.size) throw new TarError(`${file.name} has ${written} bytes, not ${file.size}`);
    yield padding(file.size);
  }
  yield Buffer.alloc(2 * BLOCK);
}

/** Gives bytes in the amounts that are asked for. */
class Bytes {
  private readonly source: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** At most `limit` bytes, at least one; null at the end. */
  async some(limit: number): Promise<Buffer | null> {
    while (this.held.length === 0) {
      const next = await this.source.next();
      if (next.done === true) return null;
      this.held = next.value;
    }
    const taken = this.held.subarray(0, limit);
    this.held = this.held.subarray(taken.length);
    return taken;
  }

  /** Exactly `size` bytes; throws where there are fewer. */
  async exactly(size: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let missing = size; missing > 0; ) {
      const part = await this.some(missing);
      if (part === null) throw new TarError("the archive breaks off");
      parts.push(part);
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }
}

function textField(header: Buffer, from: number, to: number): string {
  return header.subarray(from, to).toString("utf8").replace(/\0.*$/su, "");
}

function numberField(header: Buffer, from: number, to: number): number {
  const text = textField(header, from, to).trim();
  if (!/^[0-7]+$/.test(text)) throw new TarError("a header of the archive can't be read");
  return Number.parseInt(text, 8);
}

/** The files of an archive, in their order. Throws TarError where it is damaged or breaks off. */
export async function* filesIn(source: AsyncIterable<Buffer>): AsyncGenerator<TarFile, void, void> {
  const bytes = new Bytes(source);
  for (;;) {
    const header = await bytes.exactly(BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const told = numberField(header, 148, 156);
    const blank = Buffer.from(header).fill(" ", 148, 156, "latin1");
    if (sumOf(blank) !== told || textField(header, 257, 263) !== "ustar") {
      throw new TarError("a header of the archive is damaged");
    }
    const size = numberField(header, 124, 136);
    let left = size;
    async function* content(): AsyncGenerator<Buffer, void, void> {
      while (left > 0) {
        const part = await bytes.some(left);
        if (part === null) throw new TarError("the archive breaks off");
        left -= part.length;
        yield part;
      }
    }
    yield { name: textField(header, 0, 100), size, content: content() };
    while (left > 0) {
      const part = await bytes.some(left);
      if (part === null) throw new TarError("the archive breaks off");
      left -= part.length;
    }
    await bytes.exactly(padding(size).length);
  }
  // To the very end, so that the sums of the compression are checked as well.
  while ((await bytes.some(BLOCK)) !== null);
}
