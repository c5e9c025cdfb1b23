// A stranger's formula: which equation it states, and whether it is the same function.

import { equations as catalogue } from "../../equations/index.js";
import { withVariants, type Equation } from "../../equations/equation.js";
import { LatexError } from "../../latex/errors.js";
import { latexOfKey, parseKind } from "../../latex/symbols.js";
import { nearest } from "../../latex/nearest.js";
import { assignments, latexOfSlot } from "./assign.js";
import { counterexampleOf } from "./counterexample.js";
import { commonForms, publishedForms } from "./common.js";
import { diagnose, oneEdit, type Findings, type FoundEdit } from "./diagnose.js";
import { isDistinctive, isTelling, isTold } from "./evidence.js";
import { formsOf, isMain, type Form } from "./forms.js";
import { interpretations, type TheirName } from "./interpret.js";
import { survey as surveyOf, type LeftSide, type Survey } from "./names.js";
import { namedBy } from "./naming.js";
import { nearest as nearOne } from "./near.js";
import { remarksOf } from "./other-readings.js";
import { mendedRoot, preparations } from "./prepare.js";
import { reportOf, type CheckOptions, type CheckReport } from "./report.js";
import { likeness, plainKey } from "./roles.js";
import { restrictions, type Restricted } from "./restricted.js";
import { fitOf, References, search, valueOf, type Attempt, type Candidate } from "./search.js";
import { checkStatement, isStatement } from "./statement.js";
import { Readings } from "./theirs.js";
import { Functions } from "./vocabulary.js";

/** How many ways to give names a meaning are tried for one form: where an equation is named, and where none is. */
const MOST_NAMED = 120;
const MOST_ALONE = 24;
const MOST_LOOSE = 60;

/** Variants that print what is undefined otherwise; nobody else does. */
const INTERNAL = /\/undefined-value$/u;

/**
 * Checks a formula that someone else wrote: which equation of the catalogue it states, and whether it is the same function.
 *
 * @throws RangeError for an unknown id in `as`
 * @throws DeclarationError for a kind in `symbols` that is none
 */
export function checkFormula(latex: string, options: CheckOptions = {}): CheckReport {
  return (checker ??= new Checker(catalogue)).check(latex, options);
}

let checker: Checker | undefined;

class Checker {
  private readonly functions: Functions;
  private readonly references = new References();
  private readonly forms = new Map<string, readonly Form[]>();
  private readonly restricted = new Map<Form, readonly Restricted[]>();

  constructor(private readonly catalogue: readonly Equation[]) {
    this.functions = new Functions(catalogue);
  }

  check(latex: string, options: CheckOptions): CheckReport {
    const named = options.as === undefined ? undefined : this.named(options.as);
    const kinds = new Map(
      Object.entries(options.symbols ?? {}).map(([key, kind]) => [
        plainKey(latexOfKey(key)),
        parseKind(kind),
      ]),
    );
    const source = (options.preamble ?? "") + latex;
    const offset = source.length - latex.length;
    try {
      if (isStatement(source)) return checkStatement(latex, source, named?.equation, this.catalogue);
      const survey = this.survey(source);
      return this.prepared(latex, source, survey, kinds, named);
    } catch (error) {
      if (!(error instanceof LatexError)) throw error;
      const mended = mendedRoot(latex);
      if (mended !== undefined) {
        const report = this.check(mended, options);
        return {
          ...report,
          latex,
          notes: [...report.notes, "\\sqrt(…) is read as the root of all in the parentheses"],
        };
      }
      // A preamble that cannot be read must not take the formula with it.
      if (offset > 0 && error.start < offset) return this.check(latex, { ...options, preamble: "" });
      return unreadable(latex, error, offset, named?.id ?? null);
    }
  }

  /** The verdict of the first way to put the formula that gives one. */
  private prepared(
    latex: string,
    source: string,
    survey: Survey,
    kinds: Attempt["kinds"],
    named: Target | undefined,
  ): CheckReport {
    let first: CheckReport | undefined;
    let readAsWhole = false;
    for (const { latex: put, remark, partial } of preparations(source, survey)) {
      let report: CheckReport;
      let anyRead = false;
      try {
        const own = put === source ? survey : { ...this.survey(put), lefts: survey.lefts };
        const one = new Case(latex, put, own, kinds, this);
        report = one.verdict(named);
        ({ anyRead } = one);
      } catch (error) {
        if (!(error instanceof LatexError) || first === undefined) throw error;
        continue;
      }
      if (remark !== undefined) report = { ...report, notes: [...report.notes, remark] };
      const counts = partial && named === undefined && this.isOfCounts(report.equation);
      if (report.verdict === "equivalent" && !counts) return report;
      // What is wrong in a part of a formula is said only of one that cannot be read as a whole, held to an equation.
      if (report.verdict === "differs" && (!partial || (named !== undefined && !readAsWhole))) return report;
      first ??= report;
      if (!partial) readAsWhole ||= anyRead;
    }
    return first!;
  }

  private named(id: string): Target {
    const [base] = id.split("/");
    const equation = this.catalogue.find((one) => one.id === base);
    const own = equation && withVariants(equation).find((one) => one.id === id);
    if (equation === undefined || own === undefined) {
      const near = nearest(
        id,
        this.catalogue.flatMap(withVariants).map((one) => one.id),
      );
      throw new RangeError(
        `There is no equation ${JSON.stringify(id)}.${near === undefined ? "" : ` Did you mean ${near}?`}`,
      );
    }
    return { id, equation };
  }

  /** The forms of an equation; what only the catalogue prints is one only where it is named. */
  formsOf(equation: Equation, named = ""): readonly Form[] {
    let forms = this.forms.get(equation.id);
    if (forms === undefined) this.forms.set(equation.id, (forms = formsOf(equation)));
    return forms.filter(({ id }) => id === named || !INTERNAL.test(id));
  }

  restrictions(form: Form): readonly Restricted[] {
    let known = this.restricted.get(form);
    if (known === undefined) this.restricted.set(form, (known = restrictions(form)));
    return known;
  }

  /** Whether all symbols of a form are counts. */
  areCounts({ symbols }: Pick<Form, "symbols">): boolean {
    return Object.values(symbols).every(({ fixed }) => fixed);
  }

  /** Whether an equation is one of counts: the rest of a chain may say that something else is meant. */
  private isOfCounts(id: string | null): boolean {
    const equation = this.catalogue.find((one) => one.id === id);
    return equation !== undefined && this.areCounts(equation);
  }

  /** Whether a name is a count whose letters are its meaning: TP. */
  isFixed(latex: string): boolean {
    return this.functions.fixed.has(plainKey(latex).toUpperCase());
  }

  get all(): readonly Equation[] {
    return this.catalogue;
  }

  namedBy(left: LeftSide): readonly Equation[] {
    return namedBy(left, this.catalogue, this.functions);
  }

  survey(source: string): Survey {
    return surveyOf(source, this.functions.vocabulary);
  }

  attempt(source: string, survey: Survey, kinds: Attempt["kinds"]): Omit<Attempt, "left"> {
    return {
      readings: new Readings(source, survey, this.functions),
      interpretations: interpretations(survey),
      kinds,
      references: this.references,
    };
  }
}

/** What a formula is held to. */
interface Target {
  /** The id as it was given: an equation or one of its variants. */
  readonly id: string;
  readonly equation: Equation;
}

/** One formula on its way to a verdict. */
class Case {
  private readonly attempt: Omit<Attempt, "left">;
  /** The equations that each left side names. */
  private readonly named: readonly { readonly left: LeftSide; readonly equations: readonly Equation[] }[];

  constructor(
    private readonly latex: string,
    private readonly source: string,
    private readonly survey: Survey,
    kinds: Attempt["kinds"],
    private readonly checker: Checker,
  ) {
    this.attempt = checker.attempt(source, survey, kinds);
    this.named = survey.lefts.map((left) => ({ left, equations: checker.namedBy(left) }));
  }

  /** Whether a person says which equation is meant. */
  private isAsked = false;

  /** Whether the formula could be read in any way. */
  get anyRead(): boolean {
    return this.attempt.readings.anyRead;
  }

  verdict(named: Target | undefined): CheckReport {
    this.isAsked = named !== undefined;
    if (this.survey.isInequality)
      return this.unknown(
        named?.id ?? null,
        "It states that one value is less than another or another than it, no equation.",
      );
    if (named !== undefined) return this.against(named);
    const byLeft = this.named.flatMap(({ equations }) => equations);
    let told: CheckReport | undefined;
    for (const equation of new Set(byLeft)) {
      const report = this.against({ id: equation.id, equation });
      if (report.verdict === "equivalent") return report;
      if (report.verdict === "differs") told ??= report;
    }
    if (told !== undefined) return told;
    const alone = this.alone();
    const [other] = byLeft;
    const isNamed = byLeft.some(({ id }) => id === alone.equation?.split("/")[0]);
    if (other === undefined || isNamed || !["equivalent", "differs"].includes(alone.verdict)) return alone;
    const near = alone.verdict === "equivalent" ? "the same function as" : "near";
    return {
      ...this.unknown(other.id, `It is ${near} ${alone.equation!}, but its left side names ${other.id}.`),
      mapping: alone.mapping,
    };
  }

  /** The left side that names an equation, for a form of it. */
  private leftFor(equation: Equation): LeftSide | undefined {
    const named = this.named.find(({ equations }) => equations.includes(equation))?.left;
    if (named !== undefined || !this.isAsked) return named;
    const count = equation.formula.statement.lefts[0]?.parameters?.length;
    return this.survey.lefts.find((left) => left.arguments?.length === count);
  }

  private search(forms: readonly Form[], equation: Equation, options: Parameters<typeof search>[2]) {
    const left = this.leftFor(equation);
    return search(forms, { ...this.attempt, left }, options);
  }

  /** The formula held to one equation, which a person names or its left side. */
  private against({ id, equation }: Target): CheckReport {
    const forms = this.checker.formsOf(equation, id);
    const main = forms.filter((form) => isMain(form, id, equation));
    const strict = { loose: false, most: MOST_NAMED };
    const found = this.search(main, equation, strict);
    const right = found.fitting.find(({ objections }) => objections.length === 0);
    if (right !== undefined) return this.equivalent(right);
    const meant = this.whereMeant(found.differing);
    if (meant !== undefined) return meant;
    const unusual = found.fitting.find(({ objections }) => objections.every(({ binding }) => !binding));
    if (unusual !== undefined) {
      return this.unknown(
        id,
        `It is ${nameOf(unusual.form)} only if names are read as nobody would: ${unusual.objections[0]!.reason}.`,
        unusual,
      );
    }
    const others = [...forms.filter((form) => !main.includes(form)), ...publishedForms(equation)];
    const variant = this.search(others, equation, strict).fitting.find(
      ({ objections }) => objections.length === 0,
    );
    const wrong = best(found.differing);
    const logarithms = wrong === undefined ? undefined : this.ofLogarithms(wrong, main, equation, id);
    if (logarithms !== undefined) return logarithms;
    if (wrong !== undefined && !this.isAsked && this.isToOtherBase(wrong)) {
      return this.unknown(id, `It is ${nameOf(wrong.form)} with its logarithm to another base.`, wrong);
    }
    if (wrong !== undefined && (this.isAsked || isTold(wrong)))
      return this.differs(wrong, { variant, bound: found.fitting[0] });
    if (variant !== undefined) return this.differs(variant, { variant }, equation);
    if (wrong !== undefined)
      return this.unknown(id, "Its symbols cannot be told: nothing says which is which.", wrong);
    return this.loosely(id, main, equation);
  }

  /** Whether the base of a logarithm is all that is different: bits for nats. */
  private isToOtherBase(candidate: Candidate): boolean {
    const edit = oneEdit(candidate, this.attempt.references.of(candidate.form));
    return edit !== undefined && areLogarithms(edit);
  }

  /** A formula whose predictions are logarithms, as libraries have it for numerical reasons and do not always say. */
  private ofLogarithms(
    { assignment }: Candidate,
    main: readonly Form[],
    equation: Equation,
    id: string,
  ): CheckReport | undefined {
    for (const [name, slot] of assignment.pairs) {
      if (slot.kind !== "symbol" || name.rank > 1 || name.called > 0) continue;
      const { role, ...symbol } = assignment.form.symbols[slot.key]!;
      // p and q are probabilities.
      if (/^[pq]/iu.test(plainKey(name.latex)) && !/^pred/iu.test(plainKey(name.latex))) continue;
      if (role !== "predictions" || !("domain" in symbol) || symbol.domain.min !== 0) continue;
      const index = name.rank === 0 ? "" : "_{\\mathfrak{i}}";
      const put = `${this.source.replace(/[.,;\s]+$/u, "")}, \\quad ${name.latex}${index} = \\log \\mathfrak{q}${index}`;
      let found: Candidate | undefined;
      try {
        const attempt = this.checker.attempt(put, this.checker.survey(put), this.attempt.kinds);
        const left = this.leftFor(equation);
        found = search(main, { ...attempt, left }, { loose: false, most: MOST_ALONE }).fitting.find(
          ({ objections }) => objections.every(({ binding }) => !binding),
        );
      } catch (error) {
        if (!(error instanceof LatexError)) throw error;
      }
      if (found !== undefined)
        return this.unknown(
          id,
          `It is ${nameOf(found.form)} if ${name.latex} is the logarithm of what is predicted, which it does not say.`,
        );
    }
    return undefined;
  }

  /** A reading that is right on the inputs that are meant: distributions, or targets that are 0 or 1. */
  private whereMeant(candidates: readonly Candidate[]): CheckReport | undefined {
    const proper = candidates.filter(({ objections }) => objections.length === 0).slice(0, 12);
    for (const candidate of proper) {
      for (const { form, where, onlyWhereUndefined } of this.checker.restrictions(candidate.form)) {
        const undefinedThere = candidate.fit.undefinedThere.length > 0;
        if (onlyWhereUndefined && !undefinedThere) continue;
        const fit = fitOf(candidate.theirs, this.attempt.references.of(form));
        if (fit.fits)
          return {
            ...this.equivalent(candidate),
            diagnosis: `Equal where ${where}, which is what is meant.`,
          };
      }
    }
    return undefined;
  }

  /** Where names are left over, or the formula does without one of ours. */
  private loosely(id: string, main: readonly Form[], equation: Equation): CheckReport {
    for (const extra of [1, 0]) {
      const { fitting } = this.search(main, equation, { loose: true, most: MOST_LOOSE, extra });
      const general = fitting.find(
        ({ objections, assignment }) => objections.length === 0 && assignment.missing.length === 0,
      );
      if (general !== undefined) {
        const names = general.assignment.extra.map(({ latex }) => latex).join(", ");
        return this.unknown(
          id,
          `It is more general: where ${names} is ${extra}, it is ${nameOf(general.form)}, which has no such symbol.`,
          general,
        );
      }
    }
    // Of a left side alone it is not known what else its words may stand for.
    const areCounts = main[0] !== undefined && this.checker.areCounts(main[0]);
    const fixed =
      this.otherCounts(main) ?? (this.isAsked || areCounts ? this.without(main, equation) : undefined);
    if (fixed !== undefined) return fixed;
    const error = this.attempt.readings.firstError;
    const wrong = this.attempt.readings.unreadable(this.attempt.interpretations);
    if (wrong !== undefined) return unreadable(this.latex, wrong, this.offset, id);
    if (error !== undefined && this.isAllOwn(main)) return unreadable(this.latex, error, this.offset, id);
    const reason =
      error === undefined
        ? "Its symbols do not fit those of the equation."
        : `Its symbols cannot be told: ${plainSizes(error.reason)}`;
    return this.unknown(id, reason);
  }

  /** Whether the letters are those of the equation: then what cannot be read of them is wrong, and no guess of ours. */
  private isAllOwn(main: readonly Form[]): boolean {
    const [form] = main;
    if (form === undefined || Object.keys(form.symbols).length < 2) return false;
    return this.attempt.interpretations.some(({ names }) => {
      const [likeliest] = assignments(names, form, { loose: false, most: 1 });
      return likeliest !== undefined && isOwn(likeliest, form);
    });
  }

  /** A formula that does without some of the equation's symbols, and whose others are told by their letters. */
  private without(main: readonly Form[], equation: Equation): CheckReport | undefined {
    const { differing } = this.search(main, equation, { loose: true, most: MOST_LOOSE });
    const told = differing.filter(
      ({ assignment, form }) => assignment.extra.length === 0 && isOwn(assignment, form),
    );
    const wrong = best(told);
    return wrong === undefined ? undefined : this.differs(wrong, {});
  }

  /** TP / (TP + TN) for a recall: other counts than those of the equation. */
  private otherCounts(main: readonly Form[]): CheckReport | undefined {
    const [form] = main;
    if (form === undefined || !this.checker.areCounts(form)) return undefined;
    const { names } = this.attempt.interpretations[0]!;
    const isCount = ({ latex }: TheirName): boolean => this.checker.isFixed(latex);
    if (!names.every(isCount)) return undefined;
    const { differing } = this.search([form], form.equation, { loose: true, most: 4, extra: 7 });
    const wrong = best(differing);
    return wrong === undefined ? undefined : this.differs(wrong, {});
  }

  /** Without an equation named: which one it states, if any. */
  private alone(): CheckReport {
    const fitting: Candidate[] = [];
    const differing: Candidate[] = [];
    for (const equation of this.checker.all) {
      const { fitting: some, differing: others } = this.search(this.checker.formsOf(equation), equation, {
        loose: false,
        most: MOST_ALONE,
      });
      fitting.push(...some);
      differing.push(...others.filter(({ objections }) => objections.length === 0));
    }
    const proper = fitting.filter(({ objections }) => objections.length === 0);
    const certain = proper.filter((candidate) => isDistinctive(candidate) && statesItself(candidate));
    const chosen = certain.sort((a, b) => scoreOf(b) - scoreOf(a))[0];
    if (chosen !== undefined) return this.equivalent(chosen);
    const [vague] = proper;
    if (vague !== undefined) {
      return this.unknown(
        vague.form.id,
        `It is the same function as ${nameOf(vague.form)}, but nothing says that it is meant as that.`,
        vague,
      );
    }
    const [unusual] = fitting;
    if (unusual !== undefined) {
      return this.unknown(
        unusual.form.id,
        `It is ${nameOf(unusual.form)} only if names are read as nobody would: ${unusual.objections[0]!.reason}.`,
        unusual,
      );
    }
    const wrong = this.attempt.readings.unreadable(this.attempt.interpretations);
    if (!this.attempt.readings.anyRead && wrong !== undefined)
      return unreadable(this.latex, wrong, this.offset, null);
    return this.nearOne(differing);
  }

  /** One edit away from an equation, and no other quantity that people print: it differs from it. */
  private nearOne(differing: readonly Candidate[]): CheckReport {
    const { fitting } = search(
      commonForms(),
      { ...this.attempt, left: undefined },
      { loose: false, most: MOST_ALONE },
    );
    const [common] = fitting.filter(({ objections }) => objections.length === 0);
    if (common !== undefined)
      return this.unknown(null, `It is ${common.form.id}, which the catalogue does not state.`);
    // Ratios of counts have names of their own, every one; and sums and products may be anything.
    const told = differing.filter(
      (candidate) =>
        (isTold(candidate) || isDistinctive(candidate)) &&
        isTelling(valueOf(candidate)) &&
        !this.checker.areCounts(candidate.form),
    );
    const found = nearOne(told, this.attempt.references);
    if (found === undefined) return this.unknown(null, "It states no equation of the catalogue.");
    const { candidate } = found;
    if (statesItself(candidate) && isTold(candidate) && !isOtherQuantity(found.edit, candidate))
      return this.differs(candidate, {});
    return this.unknown(
      candidate.form.id,
      `It is near ${nameOf(candidate.form)}, which has ${found.edit.reference} where this has ${found.edit.theirs}; nothing says that it is meant as that.`,
      candidate,
    );
  }

  private get offset(): number {
    return this.source.length - this.latex.length;
  }

  private equivalent(candidate: Candidate): CheckReport {
    return reportOf(this.latex, "equivalent", {
      holds: true,
      equation: candidate.form.id,
      mapping: mappingOf(candidate),
      diagnosis: remarks(candidate),
      notes: remarksOf(candidate, this.attempt.references),
    });
  }

  private differs(candidate: Candidate, findings: Findings, equation?: Equation): CheckReport {
    const reference = this.attempt.references.of(candidate.form);
    return reportOf(this.latex, "differs", {
      holds: false,
      equation: equation?.id ?? candidate.form.id,
      mapping: mappingOf(candidate),
      counterexample: candidate.fit.fits ? null : counterexampleOf(candidate, reference),
      diagnosis: diagnose(candidate, reference, findings),
      notes: remarksOf(candidate, this.attempt.references),
    });
  }

  private unknown(id: string | null, diagnosis: string, candidate?: Candidate): CheckReport {
    return reportOf(this.latex, "unknown", {
      nearest: id,
      diagnosis,
      mapping: candidate === undefined ? {} : mappingOf(candidate),
    });
  }
}

function unreadable(latex: string, error: LatexError, offset: number, equation: string | null): CheckReport {
  const place = (at: number): number => Math.min(Math.max(at - offset, 0), latex.length);
  return reportOf(latex, "unreadable", {
    equation,
    error: { message: plainSizes(error.reason), start: place(error.start), end: place(error.end) },
  });
}

/** Sizes that their formula does not name have letters of ours. */
function plainSizes(reason: string): string {
  return reason.replaceAll(/\\mathfrak\{(.)\}/gu, "$1");
}

/** The reading that people would choose among those that differ: nothing said against it, letters that fit, our own form first. */
function best(candidates: readonly Candidate[]): Candidate | undefined {
  const usable = candidates.filter(({ objections }) => objections.every(({ binding }) => !binding));
  const proper = usable.filter(({ objections }) => objections.length === 0);
  return [...(proper.length > 0 ? proper : usable)].sort(
    (a, b) => b.assignment.likeness - a.assignment.likeness,
  )[0];
}

/** Whether a form that fits is the statement of its equation: a sum is not yet meant as a mean. */
function statesItself({ form }: Candidate): boolean {
  const [, variant] = form.id.split("/");
  return variant === undefined || !["sum", "none"].includes(variant) || form.perItem;
}

function scoreOf(candidate: Candidate): number {
  const isVariant = candidate.form.id.includes("/");
  return candidate.assignment.likeness / candidate.assignment.pairs.length - (isVariant ? 0.5 : 0);
}

function areLogarithms({ before, after }: Pick<FoundEdit, "before" | "after">): boolean {
  return [before, after].every((part) => part.kind === "apply" && part.function === "log");
}

/** Whether an edit makes another quantity that people want: minus it, it of minus its argument, a multiple. */
function isOtherQuantity({ before, after, whole }: FoundEdit, { form }: Candidate): boolean {
  if (whole) return true;
  // A logarithm to another base measures the same in other units.
  if (areLogarithms({ before, after })) return true;
  const single = Object.keys(form.symbols).length === 1;
  return single && (before.kind === "symbol" || after.kind === "symbol" || before.kind === "index");
}

/** Whether all their names are the equation's own. */
function isOwn({ pairs }: Candidate["assignment"], form: Form): boolean {
  return pairs.every(
    ([name, slot]) =>
      slot.kind === "quantity" ||
      likeness(name.latex, latexOfSlot(form, slot), undefined) >= 3 ||
      (slot.kind === "size" && name.limit),
  );
}

function nameOf({ id, equation }: Form): string {
  return `${id} (${equation.name})`;
}

function mappingOf({ assignment }: Candidate): Record<string, string> {
  return Object.fromEntries(
    assignment.pairs.flatMap(([name, slot]) =>
      slot.kind === "extra" ? [] : [[name.latex, latexOfSlot(assignment.form, slot)]],
    ),
  );
}

/** What is to be said of a formula that is the same function: where it alone has no value. */
function remarks({ fit }: Candidate): string | null {
  if (fit.undefinedThere.length > 0)
    return "Equal wherever both are defined; yours is undefined in places where the reference has a value.";
  return null;
}
