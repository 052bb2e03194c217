# Reference values for the normal form of the Mann-Kendall test, written with R 4.2.2: cor.test with
# time, continuity correction. Run in this folder after generate.py: Rscript generate.R
lines <- read.csv("python.csv", colClasses = "character")
lines <- lines[lines$method == "KendallTau", ]
out <- data.frame()
for (row in seq_len(nrow(lines))) {
  values <- as.numeric(strsplit(sub("values=", "", lines$arguments[row]), " ")[[1]])
  test <- suppressWarnings(cor.test(seq_along(values), values, method = "kendall", exact = FALSE,
                                    continuity = TRUE))
  out <- rbind(out, data.frame(
    method = "MannKendallTest", case = lines$case[row], arguments = lines$arguments[row],
    quantity = c("statistic", "pValue"),
    value = sprintf("%.17g", c(test$statistic, test$p.value))))
}
write.csv(out, "r.csv", row.names = FALSE, quote = FALSE)
