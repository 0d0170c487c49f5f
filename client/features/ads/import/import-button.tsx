import { lazy, Suspense, useState } from "react";
import { useAdsImportText } from "../../../text/ads-import-text.ts";

const ImportPanel = lazy(async () => ({
  default: (await import("./import-panel.tsx")).ImportPanel,
}));

/** Opens the import of a table; what it needs is loaded then. */
export function ImportButton() {
  const { adsImport: text } = useAdsImportText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setIsOpen(true)}>
        {text.open}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ImportPanel onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
