import { beginSignOn } from "../../api/account-queries.ts";
import { useSignInText } from "../../text/sign-in-text.ts";

type Props = {
  /** What the city calls it. */
  readonly name: string;
  readonly to: string;
  readonly isBusy: boolean;
  readonly onEnter: (act: Promise<string>) => void;
};

/** To the city's single sign-on, and from there to the page that was wanted. */
export function SignOnButton({ name, to, isBusy, onEnter }: Props) {
  const { waysIn: text } = useSignInText();
  return (
    <>
      <p className="sign-in-or">{text.or}</p>
      <button
        type="button"
        className="button sign-in-wide"
        disabled={isBusy}
        onClick={() => onEnter(beginSignOn(to))}
      >
        {isBusy ? text.leaving : name}
      </button>
    </>
  );
}
