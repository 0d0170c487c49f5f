import type { ReactNode } from "react";
import { useText } from "../text/use-text.ts";

type AsyncStateProps = {
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly isEmpty?: boolean;
  /** Blocks of the final height while loading. */
  readonly lines?: number;
  readonly onRetry?: () => void;
  readonly empty?: ReactNode;
  readonly children: ReactNode;
};

const BLOCK_WIDTHS = ["88%", "65%", "79%", "54%", "83%", "70%", "61%", "76%"];

/** Loading, empty, failed and there: the four look different from each other, and from zero. */
export function AsyncState(props: AsyncStateProps) {
  const text = useText();
  if (props.error) {
    return (
      <div className="state-failed" role="alert">
        <strong>{text.async.failed}</strong>
        <p>{text.async.failedHint}</p>
        {props.onRetry && (
          <button type="button" className="link" onClick={props.onRetry}>
            {text.async.retry}
          </button>
        )}
      </div>
    );
  }
  if (props.isLoading) {
    return (
      <div className="state-loading" role="status" aria-label={text.async.loading}>
        {BLOCK_WIDTHS.slice(0, props.lines ?? 3).map((width) => (
          <span key={width} style={{ width }} />
        ))}
      </div>
    );
  }
  if (props.isEmpty) return <div className="state-empty">{props.empty ?? text.async.empty}</div>;
  return props.children;
}
