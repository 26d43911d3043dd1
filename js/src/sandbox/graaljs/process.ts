// One process of GraalJS, spoken to from a thread that can wait.

// biome-ignore lint/style/useNodejsImportProtocol: webpack knows a worker by this name alone
import { MessageChannel, receiveMessageOnPort, Worker } from "worker_threads";
import type { BridgeData, FromProcess } from "./bridge.js";

/** It ended, or does not answer and was ended. */
export class ProcessEnded extends Error {
  /** @param isLate Whether it was ended because it did not answer in time. */
  constructor(
    reason: string,
    readonly isLate = false,
  ) {
    super(reason);
  }
}

/** A process. After a {@link ProcessEnded} it is not used any more. */
export class GraalJsProcess {
  readonly #said = new Int32Array(new SharedArrayBuffer(4));
  readonly #channel = new MessageChannel();
  readonly #bridge: Worker;

  /** Starts it. Whether that goes well is known by its first answer. */
  constructor(command: string, words: readonly string[]) {
    const { port1, port2 } = this.#channel;
    const workerData: BridgeData = {
      command,
      arguments: words,
      port: port2,
      said: this.#said,
    };
    this.#bridge = new Worker(new URL("./graaljs-bridge.js", import.meta.url), {
      workerData,
      transferList: [port2],
      execArgv: [],
    });
    // Lines are fetched by whoever waits for them, and nobody waits for the thread.
    port1.unref();
    this.#bridge.unref();
  }

  /** Says something that has no answer. */
  tell(...texts: string[]): void {
    this.#channel.port1.postMessage(`${JSON.stringify(texts)}\n`);
  }

  /**
   * Says something and waits for the answer.
   *
   * @throws {ProcessEnded} when there is none within `patience` milliseconds.
   */
  ask(patience: number, ...texts: string[]): readonly string[] {
    this.tell(...texts);
    const until = performance.now() + patience;
    for (;;) {
      const seen = Atomics.load(this.#said, 0);
      const received = receiveMessageOnPort(this.#channel.port1);
      if (received) return this.#heard(received.message as FromProcess);
      const left = until - performance.now();
      if (left <= 0) {
        this.end();
        throw new ProcessEnded("its process does not answer", true);
      }
      Atomics.wait(this.#said, 0, seen, left);
    }
  }

  /** Ends it, whatever it does. */
  end(): void {
    this.#channel.port1.postMessage(null);
  }

  #heard(message: FromProcess): readonly string[] {
    if (message.kind === "line") return message.texts;
    throw new ProcessEnded(message.reason);
  }
}
