// In a browser without service workers: asks for every file once, so that the browser's own cache
// has it.

/** Fetches every built file. Whether all of them came. */
export async function fetchEverything(): Promise<boolean> {
  try {
    const list = await fetch("./files.json", { cache: "no-cache" });
    const files: Record<string, string> = await list.json();
    const answers = await Promise.all(Object.keys(files).map((path) => fetch(`./${path}`)));
    // A body that is not read may not be kept.
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
    return answers.every(({ ok }) => ok);
  } catch {
    return false;
  }
}
