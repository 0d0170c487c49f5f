import { DomainError } from "../../domain/errors.ts";
import { type Note, severityOf } from "../../domain/note.ts";
import { catalogueOf } from "../../domain/text/catalogues.ts";
import { noteSentence } from "../../domain/text/describe-note.ts";
import { describeRefusal } from "../../domain/text/describe-refusal.ts";
import type { MessageCatalogue } from "../../domain/text/message-catalogue.ts";
import { dutyNotes } from "../../server/packs/duty-notes.ts";
import { readAds } from "../../server/packs/read-ads.ts";
import { inspectPack } from "../../server/packs/read-pack.ts";
import { readScreen } from "../../server/packs/read-screen.ts";
import { topologyNotes } from "../../server/packs/topology-notes.ts";
import { NoteReport } from "./note-report.ts";
import { problemNotes } from "./problem-notes.ts";
import { readArgs, type Verb } from "./verb.ts";

export const verb: Verb = {
  name: "validate",
  usage: "<pack> [--all] [--json] [--lang zh|en]",
  summary: "检查城市数据包：文件、字段、引用、图形和网格拓扑；有错误时退出码为 1",
  run: validate,
};

/** Of each code in each file this many notes are printed unless all are asked for. */
const SHOWN = 10;

async function validate(args: readonly string[]): Promise<number> {
  const { values, words } = readArgs("validate", args, ["pack"], {
    all: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    lang: { type: "string", default: "zh" },
  });
  const catalogue = catalogueOf(values.lang);
  if (!catalogue) {
    throw new DomainError("usage", {
      command: "validate",
      problem: `--lang ${values.lang}: zh, en`,
    });
  }
  const { pack, refusal, notes } = await inspectPack(words[0]);
  const report = new NoteReport(values.all || values.json ? Number.POSITIVE_INFINITY : SHOWN);
  report.add(notes);
  if (pack) {
    report.add(topologyNotes(pack.zones));
    report.add(dutyNotes(pack, Date.now()));
    report.add((await readAds(pack)).notes);
    report.add((await readScreen(pack)).notes);
    for await (const some of problemNotes(pack, Date.now())) report.add(some);
  }
  const { error, warning, info } = report.counts();
  if (values.json) {
    const told = report.notes().map((note) => jsonNote(note, catalogue));
    console.log(JSON.stringify({ errors: error, warnings: warning, infos: info, notes: told }));
  } else {
    for (const line of report.lines(catalogue)) console.log(line);
    if (refusal) console.log(describeRefusal(refusal, catalogue));
    console.log(catalogue.totals({ error, warning, info }));
  }
  return error > 0 || refusal ? 1 : 0;
}

function jsonNote(note: Note, catalogue: MessageCatalogue) {
  return { severity: severityOf(note), ...note, message: noteSentence(note, catalogue) };
}
