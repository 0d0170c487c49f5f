import type { Random } from "../random.ts";
import type { RawReport } from "./raw-report.ts";

/** A short description as the source would put it. */
export function wordsFor(report: RawReport, random: Random): string {
  const { spot, source, episode, isDuplicate } = report;
  const text = random.pick(spot.problem.texts);
  switch (source) {
    case "hotline":
      if (episode > 1 && random.chance(0.4)) return `市民来电：${text}，之前反映过，又出现了`;
      return random.chance(0.6) ? `市民来电反映${text}` : `${text}，请求尽快处理`;
    case "citizen":
      if (episode > 1 && random.chance(0.3)) return `${text}，清理过又这样`;
      return isDuplicate && random.chance(0.4) ? `${text}，几天了没人管` : text;
    case "video":
      return `视频巡查发现${text}`;
    case "follow-up":
      return `回头看：${text}，整改后反弹`;
    case "inspection":
      return random.chance(0.5) ? `督查发现${text}` : text;
    case "undercover":
      return random.chance(0.5) ? `暗访发现${text}` : text;
    default:
      return text;
  }
}
