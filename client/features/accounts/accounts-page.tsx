import { CityPage } from "../../shell/city-page.tsx";
import { texts } from "../../text/use-text.ts";
import { AccountDesk } from "./account-desk.tsx";
import "../../shell/task-page.css";
import "./accounts.css";

const titles = {
  zh: texts.zh.pages.accounts,
  get en() {
    return texts.en.pages.accounts;
  },
};

/** Who may sign in and as what, and the keys of machines: for administrators. */
export function AccountsPage() {
  return (
    <CityPage titles={titles}>
      <AccountDesk />
    </CityPage>
  );
}
