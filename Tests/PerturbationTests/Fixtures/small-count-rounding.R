# Makes small-count-rounding.csv. Not run by tests.
#
# Needs the R package SmallCountRounding 1.2.5, or its functions with SSBtools's matlabColon,
# As_TsparseMatrix and MakeFreq; Matrix; R 4.2. Run: Rscript small-count-rounding.R > small-count-rounding.csv
#
# Random tables of three attributes; published are the total, all margins of one and two attributes
# and, where `inner` is TRUE, the inner cells. The last attribute changes fastest.
suppressMessages(library(Matrix))
rounding <- SmallCountRounding:::PlsRoundSparse
set.seed(20261128)
cat("id,dimensions,base,inner,counts,sum_of_squares,largest\n")
for (k in 1:40) {
  d <- list(c(4, 3, 3), c(5, 4, 2), c(8, 4, 3), c(12, 5, 3))[[(k - 1) %% 4 + 1]]
  base <- c(3L, 5L, 10L)[(k - 1) %% 3 + 1]
  inner <- k %% 2 == 0
  n <- prod(d)
  y <- as.integer(rnbinom(n, size = 0.6, mu = c(2, 6, 12)[(k - 1) %/% 4 %% 3 + 1]))
  g <- expand.grid(c = 1:d[3], b = 1:d[2], a = 1:d[1])
  columns <- list(rep(1, n))
  add <- function(f) for (v in unique(f)) columns[[length(columns) + 1]] <<- (f == v) * 1
  add(g$a); add(g$b); add(g$c)
  add(paste(g$a, g$b)); add(paste(g$a, g$c)); add(paste(g$b, g$c))
  if (inner) add(paste(g$a, g$b, g$c))
  x <- Matrix(do.call(cbind, columns), sparse = TRUE)
  true <- as.vector(crossprod(x, y))
  a <- rounding(x = x, roundBase = base, yInner = y, easyCheck = FALSE, printInc = FALSE,
                maxBase = base)
  shown <- as.vector(crossprod(x, a[[1]]))
  cat(sprintf("t%d,%s,%d,%s,%s,%d,%d\n", k, paste(d, collapse = " "), base, inner,
              paste(y, collapse = " "), as.integer(sum((true - shown)^2)),
              as.integer(max(abs(true - shown)))))
}
