// Where a module can panic. A panic's location is a value in the module's data: the file's name, its line and column.
// What the compiler could prove never to happen has none.

/** `{file, line, column}` of every place that `bytes` can panic at. */
export function panicSites(bytes) {
  const memory = dataOf(bytes);
  const names = fileNames(memory);
  const sites = new Map();
  const view = new DataView(memory.buffer);
  for (let place = 0; place + 16 <= memory.length; place += 4) {
    const file = names.get(`${view.getUint32(place, true)} ${view.getUint32(place + 4, true)}`);
    if (file === undefined) continue;
    const [line, column] = [view.getUint32(place + 8, true), view.getUint32(place + 12, true)];
    if (line === 0 || line > 100_000 || column === 0 || column > 1000) continue;
    sites.set(`${file}:${line}:${column}`, { file, line, column });
  }
  return [...sites.values()].sort(
    (left, right) => left.file.localeCompare(right.file) || left.line - right.line,
  );
}

/** The module's memory as its data segments lay it out. */
function dataOf(bytes) {
  const reader = new Reader(bytes, 8);
  const segments = [];
  while (reader.place < bytes.length) {
    const id = bytes[reader.place++];
    const length = reader.unsigned();
    const end = reader.place + length;
    if (id === 11)
      for (let count = reader.unsigned(); count > 0; count -= 1) segments.push(segment(reader));
    reader.place = end;
  }
  const size = Math.max(...segments.map(({ offset, data }) => offset + data.length));
  const memory = new Uint8Array(size);
  for (const { offset, data } of segments) memory.set(data, offset);
  return memory;
}

/** An active segment of the one memory, at a constant offset: what the compiler makes. */
function segment(reader) {
  const kind = reader.unsigned();
  if (kind !== 0) throw new Error(`a data segment of kind ${kind}, which is not read here`);
  if (reader.bytes[reader.place++] !== 0x41)
    throw new Error("a data segment without a constant place");
  const offset = reader.signed();
  if (reader.bytes[reader.place++] !== 0x0b) throw new Error("a data segment's place has no end");
  const length = reader.unsigned();
  const data = reader.bytes.subarray(reader.place, reader.place + length);
  reader.place += length;
  return { offset, data };
}

class Reader {
  constructor(bytes, place) {
    this.bytes = bytes;
    this.place = place;
  }

  unsigned() {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = this.bytes[this.place++];
      value += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    } while (byte & 0x80);
    return value;
  }

  signed() {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = this.bytes[this.place++];
      value |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    return shift < 32 && byte & 0x40 ? value | (-1 << shift) : value;
  }
}

/** Every text in memory that could be a source file's name, by `address length`. Texts stand side by side there. */
function fileNames(memory) {
  const names = new Map();
  const text = Buffer.from(memory).toString("latin1");
  for (const { index } of text.matchAll(/\.rs(?![a-z])/g)) {
    const end = index + 3;
    for (let start = end - 4; start >= Math.max(0, end - 200); start -= 1) {
      if (!/[\w/.@+-]/.test(text[start])) break;
      names.set(`${start} ${end - start}`, text.slice(start, end));
    }
  }
  return names;
}
