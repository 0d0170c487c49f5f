import { useCaseCity } from "./case-city.ts";

type ReportLinkProps = { readonly id: string; readonly label?: string };

/** Another report: opens where the page can open one. */
export function ReportLink({ id, label = id }: ReportLinkProps) {
  const { onOpen } = useCaseCity();
  if (onOpen === null) return <span>{label}</span>;
  return (
    <button type="button" className="link" onClick={() => onOpen(id)}>
      {label}
    </button>
  );
}
