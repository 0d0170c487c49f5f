import type { WallEntry } from "./tend-wall.ts";
import type { Trouble } from "./wall-care.ts";

const why: Readonly<Record<Trouble, readonly [zh: string, en: string]>> = {
  elsewhere: ["没有显示大屏", "it does not show the wall"],
  blank: ["页面空白", "the page is blank"],
  unreachable: ["连不上服务器", "the server cannot be reached"],
  frozen: ["画面停住", "no frame is drawn"],
  silent: ["页面没有响应", "the page does not answer"],
  crashed: ["页面崩溃", "the page crashed"],
  stuck: ["页面无法重新打开", "the page cannot be loaded again"],
  ended: ["浏览器已退出", "the browser ended"],
};

/** A line of the log, without its time. */
export function wallWords(entry: WallEntry): string {
  switch (entry.what) {
    case "started":
      return "浏览器已启动 browser started";
    case "well":
      return "大屏正常显示 the wall is shown";
    case "over":
      return "结束 ended";
    case "failed":
      return `未成功 failed: ${entry.message}`;
    case "move": {
      const [zh, en] = why[entry.why];
      const s = entry.afterMs / 1000;
      return entry.kind === "load"
        ? `${zh}，${s} 秒后重新打开页面 ${en}; loading it again in ${s} s`
        : `${zh}，${s} 秒后重启浏览器 ${en}; starting the browser anew in ${s} s`;
    }
  }
}
