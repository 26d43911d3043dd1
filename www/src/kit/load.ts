// Fetches a WebAssembly module, so that a failure says what is the matter and the console stays
// empty.

/** Compiles the module at `address`, while it arrives where the server says what it is. */
export async function compiled(address: string | URL): Promise<WebAssembly.Module> {
  const response = await fetch(address);
  const name = new URL(address, location.href).pathname.split("/").at(-1);
  if (!response.ok) throw new Error(`the server answers ${response.status} to \`${name}\``);
  if (response.headers.get("content-type") === "application/wasm") {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}
