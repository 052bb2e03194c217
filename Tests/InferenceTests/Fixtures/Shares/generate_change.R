# Reference values for the smallest detectable change of a share between two separate samples of one
# size, written with R 4.2.2: power.prop.test solved for the second share. Run in this folder:
# Rscript generate_change.R
out <- data.frame()
for (people in c(60, 400, 5000)) for (share in c(0.05, 0.3, 0.6)) for (power in c(0.8, 0.9)) {
  for (direction in c("rise", "fall")) {
    shape <- function(second) power.prop.test(n = people, p1 = share, p2 = second)$power - power
    ends <- if (direction == "rise") c(share + 1e-9, 1 - 1e-12) else c(share - 1e-9, 1e-12)
    if (shape(ends[2]) < 0) next
    second <- uniroot(shape, sort(ends), tol = 1e-14)$root
    out <- rbind(out, data.frame(
      method = "MinimumDetectableChange", case = direction,
      arguments = sprintf("people=%d;share=%g;power=%g", people, share, power),
      quantity = "value", value = sprintf("%.17g", second - share)))
  }
}
write.csv(out, "change-r.csv", row.names = FALSE, quote = FALSE)
