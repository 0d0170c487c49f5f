import { type ThemeConfig, theme } from "antd";
import { themeColours } from "./theme.ts";
import tokens from "./tokens.json";

/** The desk components in the look's own colours, sizes and corners. */
export function deskTheme(isNight: boolean): ThemeConfig {
  const colours = themeColours(isNight ? "night" : "day");
  return {
    algorithm: isNight ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: colours.accent ?? "",
      colorBgContainer: colours.panel ?? "",
      colorBgElevated: colours.panel ?? "",
      colorBorder: colours["line-strong"] ?? "",
      colorText: colours.text ?? "",
      colorTextPlaceholder: colours.text ?? "",
      fontFamily: tokens.font.family,
      fontSize: tokens.type.desk.body,
      borderRadius: tokens.radius.control,
      controlHeight: 30,
      motionDurationMid: `${tokens.motion.fast}ms`,
      motionDurationSlow: `${tokens.motion.base}ms`,
    },
  };
}
