# Times M by chance and by bootstrap in R: name, program, seconds, result; tab-separated.
folder <- commandArgs(trailingOnly = TRUE)[1]
release <- paste("R", paste(R.version$major, R.version$minor, sep = "."))
table_of <- function(name) as.matrix(read.csv(file.path(folder, paste0(name, ".csv")), header = FALSE))
entropy <- function(counts, total) {
  shares <- counts / total
  -sum(ifelse(shares > 0, shares * log(shares), 0))
}
mutual <- function(table) {
  total <- sum(table)
  entropy(rowSums(table), total) + entropy(colSums(table), total) - entropy(table, total)
}
dissimilarity <- function(table) {
  groups <- colSums(table)
  sum(abs(table[, 1] / groups[1] - table[, 2] / groups[2])) / 2
}
report <- function(name, call) {
  begin <- proc.time()[["elapsed"]]
  result <- call()
  elapsed <- proc.time()[["elapsed"]] - begin
  cat(name, release, format(elapsed, digits = 6), format(result, digits = 12), sep = "\t")
  cat("\n")
}
set.seed(1)
units <- table_of("many-units")
by_chance <- function(index) mean(sapply(r2dtable(100, rowSums(units), colSums(units)), index))
report("null-m-2000", function() by_chance(mutual))
report("null-d-2000", function() by_chance(dissimilarity))
cells <- table_of("eight-thousand-cells")
report("bootstrap-8000", function() {
  replicates <- replicate(1000, mutual(matrix(rmultinom(1, sum(cells), cells), nrow = nrow(cells))))
  2 * mutual(cells) - mean(replicates)
})
