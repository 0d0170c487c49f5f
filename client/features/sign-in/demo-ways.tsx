import type { OwnAccount } from "../../../domain/contract/accounts.ts";
import { useText } from "../../text/use-text.ts";

type Props = {
  readonly accounts: OwnAccount["demoAccounts"];
  readonly isBusy: boolean;
  readonly onEnter: (account: string) => void;
};

/** One click into each of the demo's accounts; nothing elsewhere. */
export function DemoWays({ accounts, isBusy, onEnter }: Props) {
  const { account: text } = useText();
  if (accounts.length === 0) return null;
  return (
    <section>
      <h2>{text.demoTitle}</h2>
      <p>{text.demoHint}</p>
      <ul>
        {accounts.map(({ account, name, role }) => (
          <li key={account}>
            <button
              type="button"
              className="button"
              disabled={isBusy}
              onClick={() => onEnter(account)}
            >
              <b>{text.roles[role]}</b> {name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
