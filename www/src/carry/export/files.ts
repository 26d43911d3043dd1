// Files that the page gives out.

/** A file to download or to copy. */
export interface ExportFile {
  readonly name: string;
  readonly text: string;
}

const TYPES: Readonly<Record<string, string>> = {
  json: "application/json",
  js: "text/javascript",
  md: "text/markdown",
  sh: "text/plain",
};

/** The media type of a file, by the end of its name. */
export function mediaType(name: string): string {
  return TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "text/plain";
}

/** The last part of a path: what is written beside a scenario stays beside it. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

/** Hands a file to the browser's downloads. */
export function download({ name, text }: ExportFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType(name) }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
