import type { MessageCatalogue } from "./message-catalogue.ts";
import { clip } from "./printable.ts";
import { notes } from "./zh-cn-notes.ts";
import { refusals } from "./zh-cn-refusals.ts";
import { datums, expectations, fileKinds } from "./zh-cn-words.ts";

/** As officials write: what is wrong, what was done, what to do. */
export const zhCn: MessageCatalogue = {
  language: "zh-CN",
  severities: { error: "错误", warning: "警告", info: "提示" },
  datums,
  fileKinds,
  expectations,
  place: ({ file, row, id }) => {
    const unit = /\.(geo)?json(\.gz)?$/i.test(file) ? "项" : "行";
    const label = id === undefined ? "" : `(${clip(id, 40)})`;
    return row === undefined
      ? `${file}${label && ` ${label}`}`
      : `${file} 第 ${row} ${unit} ${label}`.trimEnd();
  },
  totals: ({ error, warning, info }) => `错误 ${error} 条，警告 ${warning} 条，提示 ${info} 条`,
  more: (count) => `……另有 ${count} 条，加 --all 全部列出`,
  unexpected: (message) =>
    `程序出错：${clip(message, 200)}；设置环境变量 DEBUG=1 重新运行可查看详情`,
  notes,
  refusals,
};
