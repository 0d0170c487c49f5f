import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type AdExportFormat, adExportFormats, adExportUrl } from "../../../api/ad-plan-queries.ts";
import { zonesQuery } from "../../../api/queries.ts";
import { useLook } from "../../../shell/look.ts";
import { type Download, useDownload } from "../../../shell/use-download.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";

type Props = { readonly plan: string; readonly zone: string | undefined };

/** The plan as files, for all of the city or one zone; and what its units are to do. */
export function ExportMenu({ plan, zone: chosen }: Props) {
  const text = useAdPlansText();
  const { language } = useLook();
  const { download, start, cancel } = useDownload();
  const [zone, setZone] = useState(chosen ?? "");
  useEffect(() => setZone(chosen ?? ""), [chosen]);
  const menu = useRef<HTMLDetailsElement>(null);
  useOutsideClose(menu);
  const isWorking = download.state === "working";

  function fetchAs(format: AdExportFormat): void {
    menu.current?.removeAttribute("open");
    const lang = language === "en" ? "en" : undefined;
    start(adExportUrl(plan, { format, zone: zone === "" ? undefined : zone, lang }));
  }

  return (
    <>
      <DownloadState download={download} onCancel={cancel} />
      <details className="plan-export" ref={menu}>
        <summary className="button">{text.export}</summary>
        <fieldset className="card" aria-label={text.exportMenu}>
          <ZoneOfExport zone={zone} onChange={setZone} />
          {adExportFormats.map((format) => (
            <button
              type="button"
              className="plain"
              key={format}
              disabled={isWorking}
              onClick={() => fetchAs(format)}
            >
              {text.formats[format]}
            </button>
          ))}
        </fieldset>
      </details>
      <button
        type="button"
        className="button primary"
        disabled={isWorking}
        onClick={() => fetchAs("orders")}
      >
        {text.orders}
      </button>
    </>
  );
}

type ZoneOfExportProps = { readonly zone: string; readonly onChange: (zone: string) => void };

function ZoneOfExport({ zone, onChange }: ZoneOfExportProps) {
  const text = useAdPlansText();
  const zones = useQuery(zonesQuery({}, "zone"));
  return (
    <label className="plan-field">
      {text.exportZone}
      <select value={zone} onChange={({ target }) => onChange(target.value)}>
        <option value="">{text.exportWhole}</option>
        {zones.data?.features.map(({ properties: { id, name } }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

type DownloadStateProps = { readonly download: Download; readonly onCancel: () => void };

function DownloadState({ download, onCancel }: DownloadStateProps) {
  const text = useAdPlansText();
  return (
    <span className="plan-download" role="status">
      {download.state === "working" && (
        <>
          {text.exporting(String(download.seconds))}{" "}
          <button type="button" className="link" onClick={onCancel}>
            {text.exportStop}
          </button>
        </>
      )}
      {download.state === "saved" && text.exported(download.name)}
      {download.state === "failed" && (
        <span className="plan-refused">{text.exportFailed(download.why)}</span>
      )}
    </span>
  );
}

/** Escape and a click elsewhere close the menu. */
function useOutsideClose(menu: { readonly current: HTMLDetailsElement | null }): void {
  useEffect(() => {
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && !menu.current?.contains(target)) {
        menu.current?.removeAttribute("open");
      }
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === "Escape") menu.current?.removeAttribute("open");
    };
    addEventListener("pointerdown", onPress);
    addEventListener("keydown", onKey);
    return () => {
      removeEventListener("pointerdown", onPress);
      removeEventListener("keydown", onKey);
    };
  }, [menu]);
}
