/** What everybody reads about accounts. */
export const accountZhCn = {
  account: {
    menu: "账号",
    signIn: "登录",
    signOut: "退出登录",
    changePassword: "修改口令",
    username: "用户名",
    password: "口令",
    enter: "登录",
    entering: "正在登录…",
    expired: "登录已失效，请重新登录。",
    demoTitle: "演示账号",
    demoHint: "点一下即以该身份查看，看到的范围随当日职责而定。",
    actAs: "切换身份",
    noRight: "当前账号没有此项权限。",
    pages: { orders: "我的工单", round: "今日回头看", ad: "公益广告登记" },
    roles: {
      admin: "管理员",
      operator: "创建办",
      inspector: "督查员",
      unit: "责任单位",
      leader: "领导",
      planner: "广告规划",
      screen: "大屏",
      public: "公众",
    },
  },
};
