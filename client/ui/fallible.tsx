import { Component, type ReactNode } from "react";
import { useText } from "../text/use-text.ts";

type FallibleState = { readonly hasFailed: boolean };

/** A part of the page that may break alone, such as one whose code did not load: it says so, the rest goes on. */
export class Fallible extends Component<{ readonly children: ReactNode }, FallibleState> {
  override state: FallibleState = { hasFailed: false };

  static getDerivedStateFromError(): FallibleState {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <PartFailed /> : this.props.children;
  }
}

function PartFailed() {
  const text = useText();
  return (
    <span className="part-failed" role="alert">
      {text.async.failed}{" "}
      <button type="button" className="link" onClick={() => location.reload()}>
        {text.async.retry}
      </button>
    </span>
  );
}
