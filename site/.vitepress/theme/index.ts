// The theme: VitePress's without its fonts, the components that pages use, and KaTeX's style.

import "katex/dist/katex.min.css";
import DefaultTheme from "vitepress/theme-without-fonts";
import type { Theme } from "vitepress";
import "./style.css";
import CheckPage from "./components/CheckPage.vue";
import CopyBar from "./components/CopyBar.vue";
import FamilyTools from "./components/FamilyTools.vue";
import FormulaParts from "./components/FormulaParts.vue";
import HomePage from "./components/HomePage.vue";
import LivePicture from "./components/LivePicture.vue";
import LiveValues from "./components/LiveValues.vue";
import SiteLayout from "./components/SiteLayout.vue";
import StepsBox from "./components/StepsBox.vue";
import VariantList from "./components/VariantList.vue";
import VerifyHere from "./components/VerifyHere.vue";
import YourVersion from "./components/YourVersion.vue";

export default {
  extends: DefaultTheme,
  Layout: SiteLayout,
  enhanceApp({ app }) {
    app.component("CheckPage", CheckPage);
    app.component("CopyBar", CopyBar);
    app.component("FamilyTools", FamilyTools);
    app.component("FormulaParts", FormulaParts);
    app.component("HomePage", HomePage);
    app.component("LivePicture", LivePicture);
    app.component("LiveValues", LiveValues);
    app.component("StepsBox", StepsBox);
    app.component("VariantList", VariantList);
    app.component("VerifyHere", VerifyHere);
    app.component("YourVersion", YourVersion);
  },
} satisfies Theme;
