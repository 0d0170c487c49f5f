/** Ways in, and what a wall says of its own. */
export const signInZhCn = {
  waysIn: {
    or: "或",
    leaving: "正在转到统一身份认证…",
    refused: {
      unknown: "无此账号，请联系管理员。统一身份认证已通过，但本平台没有与您对应的账号。",
      stale: "登录已超时或不是在本浏览器发起，请重新登录。",
      denied: "您在统一身份认证中取消了登录。",
      unavailable: "统一身份认证暂时无法使用，请稍后再试，或用口令登录。",
    },
    wallLink: "大屏授权码登录",
  },
  kiosk: {
    title: "大屏授权",
    token: "授权码",
    hint: "由管理员在“账号管理—大屏”中生成。授权后此浏览器长期有效，不必再登录。",
    enter: "授权",
    entering: "正在授权…",
    waiting: "暂时连不上服务器，正在自动重试…",
    back: "返回登录",
  },
  lostWall: {
    title: "已失去授权",
    text: "画面停留在最后状态，正在自动重试。请联系管理员重新生成大屏链接。",
    signIn: "重新授权",
  },
};
