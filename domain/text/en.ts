import { notes } from "./en-notes.ts";
import { refusals } from "./en-refusals.ts";
import { datums, expectations, fileKinds } from "./en-words.ts";
import type { MessageCatalogue } from "./message-catalogue.ts";
import { clip } from "./printable.ts";

export const en: MessageCatalogue = {
  language: "en",
  severities: { error: "error", warning: "warning", info: "remark" },
  datums,
  fileKinds,
  expectations,
  place: ({ file, row, id }) => {
    const unit = /\.(geo)?json(\.gz)?$/i.test(file) ? "item" : "line";
    const where = row === undefined ? file : `${file} ${unit} ${row}`;
    return id === undefined ? where : `${where} (${clip(id, 40)})`;
  },
  totals: ({ error, warning, info }) => `${error} errors, ${warning} warnings, ${info} remarks`,
  more: (count) => `… and ${count} more, all with --all`,
  unexpected: (message) => `Failed: ${clip(message, 200)}. Run it again with DEBUG=1 for details.`,
  notes,
  refusals,
};
