#if GLPK
  import CGLPK

  /// How errors inside GLPK end.
  enum LibraryErrors {
    /// Lets an internal error end the process with a status instead of an abort, and swallows
    /// everything GLPK would print, which also holds numbers of the program.
    static func endProcess() {
      unsafe glp_term_hook({ _, _ in 1 }, nil)
      _ = glp_term_out(GLP_OFF)
      unsafe glp_error_hook({ _ in ExitStatus.libraryError.end() }, nil)
    }
  }
#endif
