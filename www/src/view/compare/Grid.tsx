// Logins by strategies. Where there is room, a login is a row; in a narrow place a strategy is, because the
// strategies' names are long and there are seven of them.

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { useWidth } from "../parts/use-width.js";
import { Cell } from "./Cell.js";
import { LoginHead, StrategyHead } from "./Heads.js";
import { moved } from "./moved.js";
import { close, isOpened, open, opened } from "./Opened.js";
import { ownStrategy, STRATEGIES } from "./provider.js";
import { outcomeOf, type Row, rows } from "./rows.js";

/** From this width on, seven strategies stand beside each other. */
const WIDE = 900;

/** A row or a column. */
type Line =
  | { readonly kind: "login"; readonly row: Row }
  | { readonly kind: "strategy"; readonly name: string };

/** The grid. */
export function Grid() {
  const { element, width } = useWidth<HTMLElement>();
  const logins = rows.value.map((row): Line => ({ kind: "login", row }));
  const strategies = STRATEGIES.map(({ name }): Line => ({ kind: "strategy", name }));
  const [down, across] = width >= WIDE ? [logins, strategies] : [strategies, logins];
  return (
    <section ref={element} class="grid-scroll" aria-label="Logins by linking strategies">
      {rows.value.length > 0 && width > 0 && <Table down={down} across={across} />}
    </section>
  );
}

interface Sides {
  readonly down: readonly Line[];
  readonly across: readonly Line[];
}

/** The one cell that Tab comes to, and the keys that go from cell to cell. */
function useRoving({ down, across }: Sides) {
  const table = useRef<HTMLTableElement>(null);
  const stop = useSignal<string | undefined>(undefined);
  const isThere = rows.value.some((row) => stop.value?.startsWith(`${row.login.id}\n`));
  const go = (event: KeyboardEvent, at: readonly [number, number]) => {
    if (event.key === "Escape" && opened.value) close();
    const to = moved(event, at, [down.length - 1, across.length - 1]);
    if (!to) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-at="${to.join(" ")}"]`)?.focus();
  };
  return { table, stop, tabStop: isThere ? stop.value : standard(down, across), go };
}

function Table({ down, across }: Sides) {
  const { table, stop, tabStop, go } = useRoving({ down, across });
  const cell = (shown: ReturnType<typeof cellOf>, at: readonly [number, number]) => {
    const { row, strategy } = shown;
    const id = `${row.login.id}\n${strategy}`;
    return (
      <Cell
        key={id}
        {...shown}
        at={at.join(" ")}
        isOpen={isOpened(row.login.id, strategy)}
        isStop={id === tabStop}
        onFocus={() => {
          stop.value = id;
        }}
        onOpen={() => open(row.login.id, strategy)}
        onKey={(event) => go(event, at)}
      />
    );
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA practices' grids are tables
    <table ref={table} role="grid" aria-label="Outcomes">
      <thead>
        <tr class="heads">
          <th scope="col" class="corner">
            {down[0]?.kind === "login" ? "Login" : "Linking strategy"}
          </th>
          {across.map((line) => (
            <Head key={keyOf(line)} line={line} scope="col" />
          ))}
        </tr>
      </thead>
      <tbody>
        {down.map((line, y) => (
          <tr key={keyOf(line)} class={isOwn(line) ? "own" : ""}>
            <Head line={line} scope="row" />
            {across.map((other, x) => cell(cellOf(line, other), [y, x]))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head({ line, scope }: { readonly line: Line; readonly scope: "row" | "col" }) {
  return line.kind === "login" ? (
    <LoginHead row={line.row} scope={scope} />
  ) : (
    <StrategyHead name={line.name} scope={scope} />
  );
}

/** The cell that Tab comes to first: the draft's own strategy, and its first login. */
function standard(down: readonly Line[], across: readonly Line[]): string | undefined {
  const own = (line: Line) => line.kind === "login" || isOwn(line);
  const [line, other] = [down.find(own) ?? down[0], across.find(own) ?? across[0]];
  if (!line || !other) return undefined;
  const { row, strategy } = cellOf(line, other);
  return `${row.login.id}\n${strategy}`;
}

function isOwn(line: Line): boolean {
  return line.kind === "strategy" && line.name === ownStrategy.value;
}

function keyOf(line: Line): string {
  return line.kind === "login" ? line.row.login.id : line.name;
}

function cellOf(one: Line, other: Line) {
  const login = one.kind === "login" ? one : other;
  const named = one.kind === "strategy" ? one : other;
  if (login.kind !== "login" || named.kind !== "strategy") throw new Error("two sides of one kind");
  const own = ownStrategy.value;
  return {
    row: login.row,
    strategy: named.name,
    outcome: outcomeOf(login.row, named.name),
    own: own === undefined ? undefined : outcomeOf(login.row, own),
    isOwn: named.name === own,
  };
}
