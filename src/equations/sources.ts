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

export const bishop2006: Source = {
  title: "Pattern Recognition and Machine Learning",
  authors: "Bishop",
  year: 2006,
  reference: "https://www.microsoft.com/en-us/research/publication/pattern-recognition-machine-learning/",
};

export const willmott2005: Source = {
  title:
    "Advantages of the mean absolute error (MAE) over the root mean square error (RMSE) in assessing average model performance",
  authors: "Willmott, Matsuura",
  year: 2005,
  reference: "doi:10.3354/cr030079",
};

export const huber1964: Source = {
  title: "Robust Estimation of a Location Parameter",
  authors: "Huber",
  year: 1964,
  reference: "doi:10.1214/aoms/1177703732",
};

export const cortes1995: Source = {
  title: "Support-vector networks",
  authors: "Cortes, Vapnik",
  year: 1995,
  reference: "doi:10.1007/BF00994018",
};

export const rosasco2004: Source = {
  title: "Are Loss Functions All the Same?",
  authors: "Rosasco, De Vito, Caponnetto, Piana, Verri",
  year: 2004,
  reference: "doi:10.1162/089976604773135104",
};

export const fisher1922: Source = {
  title: "On the mathematical foundations of theoretical statistics",
  authors: "Fisher",
  year: 1922,
  reference: "doi:10.1098/rsta.1922.0009",
};

export const shannon1948: Source = {
  title: "A Mathematical Theory of Communication",
  authors: "Shannon",
  year: 1948,
  reference: "doi:10.1002/j.1538-7305.1948.tb01338.x",
};

export const kullback1951: Source = {
  title: "On Information and Sufficiency",
  authors: "Kullback, Leibler",
  year: 1951,
  reference: "doi:10.1214/aoms/1177729694",
};

export const lin1991: Source = {
  title: "Divergence measures based on the Shannon entropy",
  authors: "Lin",
  year: 1991,
  reference: "doi:10.1109/18.61115",
};

export const tibshirani1996: Source = {
  title: "Regression Shrinkage and Selection via the Lasso",
  authors: "Tibshirani",
  year: 1996,
  reference: "doi:10.1111/j.2517-6161.1996.tb02080.x",
};

export const hoerl1970: Source = {
  title: "Ridge Regression: Biased Estimation for Nonorthogonal Problems",
  authors: "Hoerl, Kennard",
  year: 1970,
  reference: "doi:10.1080/00401706.1970.10488634",
};

export const fawcett2006: Source = {
  title: "An introduction to ROC analysis",
  authors: "Fawcett",
  year: 2006,
  reference: "doi:10.1016/j.patrec.2005.10.010",
};

export const vanRijsbergen1979: Source = {
  title: "Information Retrieval, 2nd edition",
  authors: "van Rijsbergen",
  year: 1979,
  reference: "http://www.dcs.gla.ac.uk/Keith/Preface.html",
};

export const yerushalmy1947: Source = {
  title:
    "Statistical problems in assessing methods of medical diagnosis, with special reference to X-ray techniques",
  authors: "Yerushalmy",
  year: 1947,
  reference: "doi:10.2307/4586294",
};

export const hanley1982: Source = {
  title: "The meaning and use of the area under a receiver operating characteristic (ROC) curve",
  authors: "Hanley, McNeil",
  year: 1982,
  reference: "doi:10.1148/radiology.143.1.7063747",
};

export const manning2008: Source = {
  title: "Introduction to Information Retrieval",
  authors: "Manning, Raghavan, Schütze",
  year: 2008,
  reference: "https://nlp.stanford.edu/IR-book/",
};

export const jarvelin2002: Source = {
  title: "Cumulated gain-based evaluation of IR techniques",
  authors: "Järvelin, Kekäläinen",
  year: 2002,
  reference: "doi:10.1145/582415.582418",
};

export const burges2005: Source = {
  title: "Learning to rank using gradient descent",
  authors: "Burges, Shaked, Renshaw, Lazier, Deeds, Hamilton, Hullender",
  year: 2005,
  reference: "doi:10.1145/1102351.1102363",
};

export const mcsherry2008: Source = {
  title: "Computing Information Retrieval Performance Measures Efficiently in the Presence of Tied Scores",
  authors: "McSherry, Najork",
  year: 2008,
  reference: "doi:10.1007/978-3-540-78646-7_38",
};

export const coverThomas2006: Source = {
  title: "Elements of Information Theory, 2nd edition",
  authors: "Cover, Thomas",
  year: 2006,
  reference: "doi:10.1002/047174882X",
};

export const vinh2010: Source = {
  title:
    "Information Theoretic Measures for Clusterings Comparison: Variants, Properties, Normalization and Correction for Chance",
  authors: "Vinh, Epps, Bailey",
  year: 2010,
  reference: "https://jmlr.org/papers/v11/vinh10a.html",
};

export const strehl2002: Source = {
  title: "Cluster Ensembles: A Knowledge Reuse Framework for Combining Multiple Partitions",
  authors: "Strehl, Ghosh",
  year: 2002,
  reference: "https://jmlr.org/papers/v3/strehl02a.html",
};

export const rand1971: Source = {
  title: "Objective Criteria for the Evaluation of Clustering Methods",
  authors: "Rand",
  year: 1971,
  reference: "doi:10.1080/01621459.1971.10482356",
};

export const hubert1985: Source = {
  title: "Comparing partitions",
  authors: "Hubert, Arabie",
  year: 1985,
  reference: "doi:10.1007/BF01908075",
};

export const jaccard1912: Source = {
  title: "The Distribution of the Flora in the Alpine Zone",
  authors: "Jaccard",
  year: 1912,
  reference: "doi:10.1111/j.1469-8137.1912.tb05611.x",
};

export const church1990: Source = {
  title: "Word Association Norms, Mutual Information, and Lexicography",
  authors: "Church, Hanks",
  year: 1990,
  reference: "https://aclanthology.org/J90-1003",
};

export const elman1990: Source = {
  title: "Finding Structure in Time",
  authors: "Elman",
  year: 1990,
  reference: "doi:10.1207/s15516709cog1402_1",
};

export const hochreiter1997: Source = {
  title: "Long Short-Term Memory",
  authors: "Hochreiter, Schmidhuber",
  year: 1997,
  reference: "doi:10.1162/neco.1997.9.8.1735",
};

export const gers2000: Source = {
  title: "Learning to Forget: Continual Prediction with LSTM",
  authors: "Gers, Schmidhuber, Cummins",
  year: 2000,
  reference: "doi:10.1162/089976600300015015",
};

export const cho2014: Source = {
  title: "Learning Phrase Representations using RNN Encoder–Decoder for Statistical Machine Translation",
  authors: "Cho et al.",
  year: 2014,
  reference: "arXiv:1406.1078",
};

export const sutskever2014: Source = {
  title: "Sequence to Sequence Learning with Neural Networks",
  authors: "Sutskever, Vinyals, Le",
  year: 2014,
  reference: "arXiv:1409.3215",
};

export const bahdanau2014: Source = {
  title: "Neural Machine Translation by Jointly Learning to Align and Translate",
  authors: "Bahdanau, Cho, Bengio",
  year: 2014,
  reference: "arXiv:1409.0473",
};

export const luong2015: Source = {
  title: "Effective Approaches to Attention-based Neural Machine Translation",
  authors: "Luong, Pham, Manning",
  year: 2015,
  reference: "arXiv:1508.04025",
};

export const vaswani2017: Source = {
  title: "Attention Is All You Need",
  authors: "Vaswani et al.",
  year: 2017,
  reference: "arXiv:1706.03762",
};

export const goodfellow2014: Source = {
  title: "Generative Adversarial Networks",
  authors: "Goodfellow et al.",
  year: 2014,
  reference: "arXiv:1406.2661",
};

export const kingma2013: Source = {
  title: "Auto-Encoding Variational Bayes",
  authors: "Kingma, Welling",
  year: 2013,
  reference: "arXiv:1312.6114",
};

export const vonNeumann1928: Source = {
  title: "Zur Theorie der Gesellschaftsspiele",
  authors: "von Neumann",
  year: 1928,
  reference: "doi:10.1007/BF01448847",
};
