import { Agent, get } from "node:http";

export type Screens = {
  readonly count: number;
  /** When each screen heard of a report, by the report's id; milliseconds of `performance.now`. */
  readonly heard: ReadonlyMap<string, readonly number[]>;
  /** Screens whose stream broke. */
  broken(): number;
  close(): void;
};

/** Opens so many pages' worth of `/api/live` and notes what each of them hears. */
export async function openScreens(url: string, count: number): Promise<Screens> {
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  const heard = new Map<string, number[]>();
  let [broken, isClosing] = [0, false];
  const lost = () => {
    if (!isClosing) broken++;
  };
  const hear = (ids: readonly string[]) => {
    const now = performance.now();
    for (const id of ids) {
      const times = heard.get(id);
      if (times) times.push(now);
      else heard.set(id, [now]);
    }
  };
  const opened = Array.from({ length: count }, () =>
    openScreen(`${url}/api/live`, agent, hear, lost),
  );
  await Promise.all(opened);
  return {
    count,
    heard,
    broken: () => broken,
    close() {
      isClosing = true;
      agent.destroy();
    },
  };
}

/** Resolves with the first words of the stream. */
function openScreen(
  address: string,
  agent: Agent,
  hear: (ids: readonly string[]) => void,
  lost: () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const asking = get(address, { agent }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => {
        resolve();
        const blocks = (text + part).split("\n\n");
        text = blocks.pop() ?? "";
        hear(blocks.flatMap(reportedIn));
      });
      answer.on("error", lost);
      answer.on("end", lost);
    });
    asking.on("error", reject);
  });
}

function reportedIn(block: string): string[] {
  if (!block.includes("event: problem.created")) return [];
  const data = /^data: (.*)$/m.exec(block)?.[1] ?? "{}";
  const { problems = [] } = JSON.parse(data) as { problems?: { id: string }[] };
  return problems.map(({ id }) => id);
}
