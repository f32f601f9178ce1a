# Reads a research package as it is and answers three questions. Base R only.
# Rscript docs/examples/read-package.R package.zip

path <- commandArgs(trailingOnly = TRUE)[1]
folder <- tempfile("package")
unzip(path, exdir = folder)
table_of <- function(name) read.csv(file.path(folder, "data", paste0(name, ".csv")), stringsAsFactors = FALSE)

weeks <- table_of("weeks")
times <- table_of("times")
platforms <- table_of("platforms")

# Incomplete weeks and the build-up period are shown, not compared.
good <- subset(weeks, state == "complete" & tolower(build_up) == "false")
cat("weeks:", nrow(weeks), "of them comparable:", nrow(good), "\n")

# 1. How much of the comparable entry was typed elsewhere before?
cat("duplicate share:", round(sum(weeks$reentered) / max(1, sum(weeks$comparable)), 3), "\n")

# 2. How far does the pause limit matter?
print(aggregate(list(hours = times$working_s / 3600), by = list(theta_s = times$theta_s), FUN = sum))

# 3. Where is what was re-entered? With its bounds; attempts are never added in.
print(aggregate(
  cbind(reentry_s_low, reentry_s, reentry_s_high, submissions, attempts) ~ category,
  data = platforms, FUN = sum
))
