import { zhCn } from "../text/zh-cn.ts";

/** When a page itself breaks: never a blank screen, never a stack. */
export function PageFailed() {
  return (
    <main className="page-failed" role="alert">
      <h1>{zhCn.async.failed}</h1>
      <p>{zhCn.async.failedHint}</p>
      <button type="button" className="button primary" onClick={() => location.reload()}>
        {zhCn.async.retry}
      </button>
    </main>
  );
}
