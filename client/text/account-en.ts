import type { accountZhCn } from "./account-zh-cn.ts";

export const accountEn: typeof accountZhCn = {
  account: {
    menu: "Account",
    signIn: "Sign in",
    signOut: "Sign out",
    changePassword: "Change password",
    username: "Name",
    password: "Password",
    enter: "Sign in",
    entering: "Signing in…",
    expired: "The session is no longer valid; sign in again.",
    demoTitle: "Demo accounts",
    demoHint: "One click to look through its eyes; how far follows the duties of the day.",
    actAs: "Act as",
    noRight: "This account may not do this.",
    pages: { orders: "My orders", round: "Today's visits", ad: "Register ads" },
    roles: {
      admin: "Administrator",
      operator: "Operator",
      inspector: "Inspector",
      unit: "Unit",
      leader: "Leader",
      planner: "Planner",
      screen: "Screen",
      public: "Public",
    },
  },
};
