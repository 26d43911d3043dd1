// What a person has to know of a scenario that was made from a log.

/** A remark about a line, or about the whole. */
export interface Note {
  readonly line?: number | undefined;
  readonly text: string;
}

/** Collects remarks while a scenario is made. */
export class Notes {
  /** What the log does not say itself, and was concluded from what it says. */
  readonly concluded: Note[] = [];
  /** What the log says, and the scenario does not. */
  readonly leftOut: Note[] = [];
  /** What a scenario could say, and the log does not. */
  readonly missing: string[] = [];

  /** Notes a conclusion. */
  conclude(line: number | undefined, text: string): void {
    this.concluded.push({ line, text });
  }

  /** Notes what could not be taken over. */
  leaveOut(line: number | undefined, text: string): void {
    this.leftOut.push({ line, text });
  }

  /** Notes what is not known, once. */
  miss(text: string): void {
    if (!this.missing.includes(text)) this.missing.push(text);
  }
}
