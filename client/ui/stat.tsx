type StatProps = { readonly label: string; readonly value: string; readonly isBad?: boolean };

/** Number first, then its name. Only what needs somebody is coloured. */
export function Stat({ label, value, isBad = false }: StatProps) {
  return (
    <div className={`stat ${isBad ? "bad" : ""}`}>
      <strong>{value}</strong>
      <span>{label}</span>
    </div>
  );
}
