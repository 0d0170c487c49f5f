import type { ReactNode } from "react";

/** A refusal, as the server says it. */
export function Refused({ error }: { readonly error: Error | null }) {
  return error ? (
    <p className="accounts-refused" role="alert">
      {error.message}
    </p>
  ) : null;
}

export function Done({ children }: { readonly children: ReactNode }) {
  return (
    <p className="accounts-done" role="status">
      {children}
    </p>
  );
}
