// The papers and books that equations come from, each once.

import type { Source } from "./equation.js";

/** A source at a place in it. */
export function at(source: Source, place: string): Source {
  return { ...source, at: place };
}

export const goodfellow2016: Source = {
  title: "Deep Learning",
  authors: "Goodfellow, Bengio, Courville",
  year: 2016,
  reference: "https://www.deeplearningbook.org",
};

export const bridle1990: Source = {
  title:
    "Probabilistic Interpretation of Feedforward Classification Network Outputs, with Relationships to Statistical Pattern Recognition",
  authors: "Bridle",
  year: 1990,
  reference: "doi:10.1007/978-3-642-76153-9_28",
};

export const nair2010: Source = {
  title: "Rectified Linear Units Improve Restricted Boltzmann Machines",
  authors: "Nair, Hinton",
  year: 2010,
  reference: "https://icml.cc/Conferences/2010/papers/432.pdf",
};

export const hendrycks2016: Source = {
  title: "Gaussian Error Linear Units (GELUs)",
  authors: "Hendrycks, Gimpel",
  year: 2016,
  reference: "arXiv:1606.08415",
};

export const dugas2000: Source = {
  title: "Incorporating Second-Order Functional Knowledge for Better Option Pricing",
  authors: "Dugas, Bengio, Bélisle, Nadeau, Garcia",
  year: 2000,
  reference:
    "https://papers.nips.cc/paper/1920-incorporating-second-order-functional-knowledge-for-better-option-pricing",
};

export const blanchard2021: Source = {
  title: "Accurately computing the log-sum-exp and softmax functions",
  authors: "Blanchard, Higham, Higham",
  year: 2021,
  reference: "doi:10.1093/imanum/draa038",
};

export const dlmf: Source = {
  title: "NIST Digital Library of Mathematical Functions",
  authors: "Olver et al. (editors)",
  year: 2010,
  reference: "https://dlmf.nist.gov",
};
