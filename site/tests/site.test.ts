// The built site in a real browser: every page loads, agrees, and answers to mouse, keys and fingers.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { families } from "../catalogue/families.js";
import { equations } from "../../src/equations/index.js";
import { hasChromium, startSession, type Opened, type Session } from "./browser.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
const page = (id: string): string => `/equations/${id}.html`;

describe.runIf(hasChromium)("the site", () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession();
  });
  afterAll(async () => {
    await session.close();
  });

  const visit = async <T>(
    path: string,
    act: (opened: Opened) => Promise<T>,
    options: Parameters<Session["open"]>[1] = {},
  ): Promise<T> => {
    const opened = await session.open(path, options);
    try {
      return await act(opened);
    } finally {
      await opened.close();
    }
  };
  const clipboard = (opened: Page): Promise<string> => opened.evaluate(() => navigator.clipboard.readText());
  /** How much wider the page is than its window. */
  const overflow = (opened: Page): Promise<number> =>
    opened.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  it.each(equations.map(({ id }) => [id]))(
    "%s loads without complaint, and both values agree, also computed here",
    async (id) => {
      await visit(page(id), async ({ page: opened, complaints }) => {
        const values = (): Promise<string> => opened.locator("table.result tbody").innerText();
        const before = await values();
        expect(await opened.locator("td.kept").count()).toBeGreaterThan(0);
        expect(await opened.locator("td.broken").count()).toBe(0);
        // The engine comes with the first field that is reached for, and finds what the build found.
        await opened.locator(".live-values .number-box").first().focus();
        await opened.waitForFunction(
          () =>
            document.querySelector(".sizes, .live-values[data-live]") !== null ||
            performance.getEntriesByType("resource").some(({ name }) => name.includes("engine")),
        );
        await opened.waitForLoadState("networkidle");
        expect(await values()).toBe(before);
        expect(await opened.locator("td.broken").count()).toBe(0);
        expect(complaints).toEqual([]);
      });
    },
  );

  it.each(["/index.html", "/check.html", "/errata.html", "/api/index.html", "/api/functions.html"])(
    "%s loads without complaint",
    async (path) => {
      await visit(path, ({ complaints }) => {
        expect(complaints).toEqual([]);
        return Promise.resolve();
      });
    },
  );

  describe("values", () => {
    it("follow the inputs, and the address carries them", async () => {
      await visit(page("softmax"), async ({ page: opened }) => {
        await opened.getByLabel("z, entry 1", { exact: true }).fill("3");
        await opened.locator(".implementation", { hasText: "0.4223187982515182" }).first().waitFor();
        expect(new URL(opened.url()).search).toBe("?z=3,2,3");
      });
    });

    it("come back from an address", async () => {
      await visit(`${page("softmax")}?z=0,0&temperature=0.1`, async ({ page: opened }) => {
        await opened
          .locator(".implementation", { hasText: /^0\.5$/u })
          .first()
          .waitFor();
        expect(await opened.locator(".picture-control output").innerText()).toBe("0.1");
      });
    });

    it("say what does not fit, and keep what they were", async () => {
      await visit(page("binary-cross-entropy"), async ({ page: opened }) => {
        await opened.getByRole("textbox", { name: "p", exact: true }).fill("1.5");
        await opened.locator(".problem").waitFor();
        expect(await opened.locator(".problem").innerText()).toContain("[0, 1]");
      });
    });

    it("are those of a variant when one is chosen", async () => {
      await visit(page("scaled-dot-product-attention"), async ({ page: opened }) => {
        await opened.getByRole("combobox", { name: /^Variant/u }).selectOption({ label: "causal" });
        await opened
          .locator(".result tr", { hasText: "1, 1" })
          .locator(".implementation", { hasText: /^1$/u })
          .waitFor();
        expect(await opened.locator(".formula-main").innerText()).toContain("CausalAttention");
        expect(new URL(opened.url()).search).toBe("?variant=causal");
      });
    });

    it("grow and shrink by a named size", async () => {
      await visit(page("luong-dot-attention"), async ({ page: opened }) => {
        await opened.locator(".live-values .number-box").first().focus();
        await opened.getByRole("button", { name: "larger m" }).click();
        await opened.locator(".result tr", { hasText: "1, 3" }).first().waitFor();
      });
    });

    it("answer within a tenth of a second", async () => {
      for (const id of ["softmax", "scaled-dot-product-attention", "lstm-cell", "roc-auc"]) {
        await visit(page(id), async ({ page: opened }) => {
          const box = opened.locator(".live-values input.number-box").first();
          await box.fill("0.25");
          await opened.waitForLoadState("networkidle");
          // What the engine takes for both values, once it is warm.
          const milliseconds = await box.evaluate(async (input) => {
            const field = input as HTMLInputElement;
            const times: number[] = [];
            for (const value of ["0.3", "0.4", "0.6"]) {
              const result = document.querySelector(".live-values")!;
              const start = performance.now();
              const changed = new Promise<void>((resolve) => {
                new MutationObserver(() => {
                  resolve();
                }).observe(result, { subtree: true, childList: true, characterData: true, attributes: true });
              });
              field.value = value;
              field.dispatchEvent(new Event("input", { bubbles: true }));
              await changed;
              times.push(performance.now() - start);
            }
            return Math.min(...times);
          });
          expect(milliseconds, id).toBeLessThan(100);
        });
      }
    });
  });

  describe("the formula taken apart", () => {
    it("tells the value of a part that is pointed at", async () => {
      await visit(page("sigmoid"), async ({ page: opened }) => {
        await opened.locator('.formula-main [data-part="2"]').first().hover({ force: true });
        await opened.locator(".readout-value", { hasText: "0.135335" }).waitFor();
        await opened.getByRole("textbox", { name: "z", exact: true }).fill("0");
        await opened.locator(".readout-value", { hasText: /= 1$/u }).waitFor();
      });
    });

    it("tells the value of a part that is tapped", async () => {
      await visit(
        page("sigmoid"),
        async ({ page: opened }) => {
          await opened.locator('.formula-main [data-part="2"]').first().tap({ force: true });
          // Whichever of e^{-z} and its exponent the finger is nearer to.
          await opened.locator(".readout-value", { hasText: /0\.135335|−2/u }).waitFor();
        },
        phone,
      );
    });

    it("is gone through by keys alone", async () => {
      await visit(page("sigmoid"), async ({ page: opened }) => {
        await opened.locator("#part-0").focus();
        await opened.locator(".readout-value", { hasText: "0.880797" }).waitFor();
        await opened.keyboard.press("ArrowRight");
        await opened.locator(".readout-value", { hasText: "1.13534" }).waitFor();
        await opened.keyboard.press("End");
        await opened.locator(".readout-value", { hasText: "= 2" }).waitFor();
        await opened.keyboard.press("ArrowUp");
        await opened.locator(".readout-value", { hasText: "−2" }).waitFor();
      });
    });

    it("is reached by the Tab key", async () => {
      await visit(page("sigmoid"), async ({ page: opened }) => {
        for (let k = 0; k < 120; k++) {
          await opened.keyboard.press("Tab");
          const id = await opened.evaluate(() => document.activeElement?.id);
          if (id === "part-0") return;
        }
        expect.fail("The parts are not reached by Tab.");
      });
    });
  });

  it("works a formula out in steps", async () => {
    await visit(page("sigmoid"), async ({ page: opened, complaints }) => {
      await opened.getByRole("button", { name: "Put the numbers in" }).click();
      await opened.locator(".steps .katex").waitFor();
      await opened.getByRole("button", { name: "Copy the steps as LaTeX" }).click();
      const latex = await clipboard(opened);
      expect(latex).toContain(String.raw`&\approx \frac{1}{1.13534}`);
      expect(latex).toContain("0.880797");
      expect(complaints).toEqual([]);
    });
  });

  describe("copies", () => {
    it.each([
      ["LaTeX", /^\\sigma\(z\) = \\frac\{1\}\{1 \+ e\^\{-z\}\}$/u],
      ["import", /^import \{ sigmoid \} from "ml-equations";\n\nsigmoid\(2\);/u],
      ["Markdown", /^### Logistic sigmoid\n\n\$\$\n\\sigma/u],
      ["BibTeX", /^@misc\{goodfellow2016,/u],
    ])("the equation as %s", async (label, expected) => {
      await visit(page("sigmoid"), async ({ page: opened }) => {
        await opened.getByRole("button", { name: `Copy ${label}` }).click();
        await opened
          .locator(".copy-bar [role=status]", { hasText: "copied" })
          .first()
          .waitFor({ state: "attached" });
        expect(await clipboard(opened)).toMatch(expected);
      });
    });

    it("a family and the whole catalogue as a sheet", async () => {
      await visit("/index.html", async ({ page: opened, complaints }) => {
        const losses = opened.locator("section.family", { has: opened.locator("#losses") });
        await losses.getByRole("button", { name: "Copy .tex sheet" }).click();
        await losses.locator("[role=status]", { hasText: "copied" }).waitFor({ state: "attached" });
        expect(await clipboard(opened)).toContain(String.raw`\operatorname{Huber}`);
        await opened.getByText("Verify all of it here").click();
        await opened
          .getByRole("group", { name: "Copy the whole catalogue" })
          .getByRole("button", { name: "Copy BibTeX" })
          .click();
        await opened
          .locator(".hero [role=status]", { hasText: "copied" })
          .first()
          .waitFor({ state: "attached" });
        expect((await clipboard(opened)).match(/@misc/gu)?.length).toBeGreaterThan(40);
        expect(complaints).toEqual([]);
      });
    });
  });

  describe("search", () => {
    it("leaves the cards that fit", async () => {
      await visit("/index.html", async ({ page: opened }) => {
        await opened.getByLabel("Find an equation").fill("log loss");
        await opened.locator(".home-search [role=status]", { hasText: "equation" }).waitFor();
        expect(await opened.locator(".card:visible h3").allInnerTexts()).toContain("Binary cross-entropy");
        expect(await opened.locator(".card:visible").count()).toBeLessThan(6);
        expect(new URL(opened.url()).search).toBe("?q=log%20loss");
      });
    });

    it("goes to an equation by keys, from any page", async () => {
      await visit("/check.html", async ({ page: opened }) => {
        await opened.getByRole("combobox", { name: "Search equations" }).fill("AUROC");
        await opened
          .locator("#equation-search-list")
          .getByRole("option", { name: "Area under the ROC curve" })
          .waitFor();
        await opened.keyboard.press("Enter");
        await opened.waitForURL("**/equations/roc-auc.html");
      });
    });
  });

  it("draws the picture anew when its slider moves", async () => {
    await visit(page("roc-auc"), async ({ page: opened, complaints }) => {
      const caption = opened.locator(".pictures figcaption").first();
      const before = await caption.innerText();
      await opened.locator(".picture-control .slider").fill("0.75");
      await opened.waitForFunction(
        (old) => document.querySelector(".pictures figcaption")?.textContent !== old,
        before,
      );
      expect(await caption.innerText()).toContain("threshold 0.75");
      expect(new URL(opened.url()).search).toBe("?threshold=0.75");
      expect(complaints).toEqual([]);
    });
  });

  it("verifies an equation here", async () => {
    await visit(page("relu"), async ({ page: opened, complaints }) => {
      await opened.getByRole("button", { name: "Verify here" }).click();
      await opened.locator(".verify-here .kept", { hasText: "all hold" }).waitFor();
      expect(complaints).toEqual([]);
    });
  });

  it("verifies the whole catalogue here, as far as one lets it", async () => {
    await visit("/index.html", async ({ page: opened, complaints }) => {
      await opened.getByText("Verify all of it here").click();
      await opened.getByRole("button", { name: "Verify here" }).click();
      await opened.locator(".verify-here", { hasText: /[3-9] of \d{3}, / }).waitFor();
      await opened.getByRole("button", { name: "Stop" }).click();
      await opened.locator(".verify-here", { hasText: "stopped" }).waitFor();
      expect(await opened.locator(".verify-here li").count()).toBe(0);
      expect(complaints).toEqual([]);
    });
  });

  describe("check", () => {
    const verdict = (opened: Page, name: string): Promise<void> =>
      opened.locator(`[data-verdict="${name}"]`).waitFor({ timeout: 40_000 });

    it("shows where the printed objective of GANs differs", async () => {
      await visit("/check.html", async ({ page: opened, complaints }) => {
        await opened
          .getByLabel("LaTeX", { exact: true })
          .fill(
            String.raw`\min_{G} \max_{D} \mathbb{E}_{x \sim p_{data}(x)}[\log D(x)] + \mathbb{E}_{z \sim p_{z}(z)}[1 - \log D(G(z))]`,
          );
        await verdict(opened, "differs");
        expect(await opened.locator(".verdict-box").innerText()).toContain("gan-objective");
        expect(complaints).toEqual([]);
      });
    });

    it("underlines what it cannot read", async () => {
      await visit("/check.html", async ({ page: opened }) => {
        await opened.getByLabel("LaTeX", { exact: true }).fill(String.raw`\frac{1}{1 + e^{-z}`);
        await verdict(opened, "unreadable");
        expect(await opened.locator(".editor-mirror mark").count()).toBe(1);
      });
    });

    it("takes a formula from an address as text, and trusts none of it", async () => {
      const latex = String.raw`\href{javascript:alert(1)}{x} \htmlData{a=b}{y} <img src=x onerror=alert(1)>`;
      await visit(`/check.html?latex=${encodeURIComponent(latex)}`, async ({ page: opened, complaints }) => {
        await opened.locator(".verdict-box[data-verdict]").waitFor();
        expect(
          await opened
            .locator(".check-page a[href^=javascript], .check-page img, .check-page [data-a]")
            .count(),
        ).toBe(0);
        expect(complaints).toEqual([]);
      });
    });

    it("finds the formulas of a document with their lines, and says of each what it is", async () => {
      await visit("/check.html", async ({ page: opened, complaints }) => {
        const text = String.raw`The sigmoid is

$$\sigma(z) = \frac{1}{1 + e^{-z}}$$

and the cosine

$$\cos(x, y) = \frac{x \cdot y}{\|x\| \|y\|^2}$$
`;
        await opened
          .getByLabel("Drop a .tex")
          .setInputFiles({ name: "notes.md", mimeType: "text/markdown", buffer: Buffer.from(text) });
        await opened.locator("[role=status]", { hasText: "2 of 2" }).waitFor();
        expect(await opened.locator("article h3").allInnerTexts()).toEqual(["Line 3", "Line 7"]);
        expect(await opened.locator("#row-0-verdict").getAttribute("data-verdict")).toBe("equivalent");
        expect(await opened.locator("#row-1-verdict").getAttribute("data-verdict")).not.toBe("equivalent");
        expect(complaints).toEqual([]);
      });
    });

    it("holds an edited copy against the equation", async () => {
      await visit(page("sigmoid"), async ({ page: opened }) => {
        await opened.getByRole("button", { name: "Edit a copy" }).click();
        await verdict(opened, "equivalent");
        await opened.getByLabel("Your LaTeX").fill(String.raw`\sigma(z) = \frac{1}{1 - e^{-z}}`);
        await verdict(opened, "differs");
        expect(await opened.locator(".counterexample").innerText()).toContain("z = ");
      });
    });
  });

  describe("without JavaScript", () => {
    it("the page of an equation is whole", async () => {
      await visit(
        page("scaled-dot-product-attention"),
        async ({ page: opened }) => {
          const text = await opened.locator("main").innerText();
          for (const word of [
            "Symbols",
            "Identities",
            "Conventions",
            "Sources",
            "Variants",
            "causal",
            "ulp apart",
            "Vaswani",
          ].filter((each) => each !== "Conventions"))
            expect(text).toContain(word);
          expect(await opened.locator(".formula-main math").count()).toBeGreaterThan(0);
          expect(await opened.locator("table.result tbody tr").count()).toBe(6);
          expect(await opened.locator(".pictures svg[role=img]").count()).toBe(1);
        },
        { javaScriptEnabled: false },
      );
    });

    it("home has every equation", async () => {
      await visit(
        "/index.html",
        async ({ page: opened }) => {
          expect(await opened.locator(".card").count()).toBe(equations.length);
        },
        { javaScriptEnabled: false },
      );
    });
  });

  describe("at a phone's width", () => {
    const paths = [
      "/index.html",
      "/check.html",
      "/errata.html",
      ...families.map(({ equations: [first] }) => page(first!.id)),
      page("lstm-cell"),
      page("gan-objective"),
      page("roc-auc"),
    ];
    it.each(paths)("%s does not scroll sideways", async (path) => {
      await visit(
        path,
        async ({ page: opened }) => {
          expect(await overflow(opened)).toBe(0);
        },
        phone,
      );
    });
  });

  describe("axe finds nothing", () => {
    const paths = [
      "/index.html",
      "/check.html",
      "/errata.html",
      ...families.map(({ equations: [first] }) => page(first!.id)),
    ];
    it.each(paths.flatMap((path) => (["light", "dark"] as const).map((theme) => [path, theme] as const)))(
      "on %s, %s",
      async (path, theme) => {
        await visit(
          path,
          async ({ page: opened }) => {
            await opened.evaluate(axe);
            const violations = await opened.evaluate(async () => {
              const runner = (
                globalThis as unknown as {
                  axe: {
                    run: () => Promise<{
                      violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
                    }>;
                  };
                }
              ).axe;
              const results = await runner.run();
              return results.violations.map(
                ({ id, nodes }) =>
                  `${id}: ${nodes
                    .slice(0, 3)
                    .map(
                      ({ html, failureSummary }) =>
                        `${html.slice(0, 160)} ${(failureSummary ?? "").slice(0, 200)}`,
                    )
                    .join(" | ")}`,
              );
            });
            expect(violations).toEqual([]);
          },
          { colorScheme: theme },
        );
      },
    );
  });

  describe("a first visit transfers", () => {
    const bytesOf = async (path: string): Promise<number> =>
      visit(path, ({ page: opened }) =>
        opened.evaluate(() =>
          [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].reduce(
            (sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize,
            0,
          ),
        ),
      );

    it("at most 350 kB for home", async () => {
      expect(await bytesOf("/index.html")).toBeLessThan(350_000);
    });

    it.each(
      families
        .map(({ equations: [first] }) => [first!.id])
        .concat([["lstm-cell"], ["normalized-mutual-information"], ["f1"]]),
    )("at most 300 kB for %s", async (id) => {
      expect(await bytesOf(page(id))).toBeLessThan(300_000);
    });
  });
});
