import { useEffect, useRef, useState } from "react";
import type { CaseAct } from "../../domain/case/case-acts.ts";
import type { CaseActBody, CaseBody } from "../../domain/contract/cases.ts";
import { useCaseAct } from "../api/case-queries.ts";

/** An act whose form a page wants open, by a key for instance. A new object is a new wish. */
export type WishedAct = { readonly id: string; readonly act: CaseAct };

/** `in-vain`: a wish that the case does not allow. `overtaken`: the form went because somebody else acted. */
export type ActNews = {
  readonly kind: "done" | "in-vain" | "overtaken";
  readonly act: CaseAct;
};

/** Which act's form is open, and what became of the last one. */
export function useActForm(
  file: CaseBody,
  wished: WishedAct | null,
  onActed: ((after: CaseBody) => void) | undefined,
) {
  const send = useCaseAct();
  const [opened, setOpened] = useState<CaseAct | null>(null);
  const [news, setNews] = useState<ActNews | null>(null);
  const isTaking = useRef(false);
  const { reset } = send;
  const isAllowed = (act: CaseAct) => file.allowed.some((each) => each.act === act);
  const wishable = wished?.id === file.id ? wished : null;
  const latest = useRef({ isAllowed });
  latest.current = { isAllowed };

  useEffect(() => {
    if (wishable === null) return;
    const may = latest.current.isAllowed(wishable.act);
    setOpened(may ? wishable.act : null);
    setNews(may ? null : { kind: "in-vain", act: wishable.act });
    reset();
  }, [wishable, reset]);

  const isLost = opened !== null && !isAllowed(opened);
  useEffect(() => {
    if (!isLost || opened === null || isTaking.current) return;
    setOpened(null);
    setNews({ kind: "overtaken", act: opened });
  }, [isLost, opened]);

  return {
    opened,
    news,
    error: send.error,
    isBusy: send.isPending,
    close: () => setOpened(null),
    open(act: CaseAct): void {
      setOpened(opened === act ? null : act);
      setNews(null);
      reset();
    },
    async take(act: CaseActBody): Promise<void> {
      isTaking.current = true;
      const after = await send
        .mutateAsync({ id: file.id, version: file.version, act })
        .catch(() => null);
      isTaking.current = false;
      if (after === null) return;
      setOpened(null);
      setNews({ kind: "done", act: act.act });
      onActed?.(after);
    },
  };
}
