import { Component, type ReactNode } from "react";
import { noteError } from "./wall-errors.ts";

type WallBoundaryProps = {
  /** What stands in its place while it is broken. */
  readonly instead: ReactNode;
  readonly children: ReactNode;
};

/** Then it is tried again: nobody is there to load the page anew. */
const AGAIN_MS = 30_000;

/** A part of the wall that may break alone: it says so in its place, and the rest goes on. */
export class WallBoundary extends Component<WallBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };
  #timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown): void {
    noteError(error instanceof Error ? error.message : String(error));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.setState({ hasFailed: false }), AGAIN_MS);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.#timer);
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.instead : this.props.children;
  }
}
