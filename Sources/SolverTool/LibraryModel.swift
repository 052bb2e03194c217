#if GLPK
  import CGLPK
  import LinearPrograms

  /// One program in GLPK, with a basis that is kept from one objective to the next.
  @safe
  struct LibraryModel: SimplexModel, ~Copyable {
    private let problem: OpaquePointer
    private let program: LinearProgram

    /// Loads a program.
    ///
    /// Its equations and bounds stay; only the objective changes.
    init(_ program: LinearProgram) {
      self.program = program
      unsafe problem = glp_create_prob()
      let rowCount = Int32(program.rows.count)
      if rowCount > 0 { _ = unsafe glp_add_rows(problem, rowCount) }
      for (index, row) in program.rows.enumerated() {
        let constant = Double(row.constant)
        unsafe glp_set_row_bnds(problem, Int32(index) + 1, GLP_FX, constant, constant)
      }
      _ = unsafe glp_add_cols(problem, Int32(program.columns.count))
      for (index, column) in program.columns.enumerated() {
        let kind = column.lower == column.upper ? GLP_FX : GLP_DB
        unsafe glp_set_col_bnds(
          problem, Int32(index) + 1, kind, Double(column.lower), Double(column.upper))
      }
      // GLPK counts from 1, so the first place of each array is not used.
      var rows: [Int32] = [0]
      var columns: [Int32] = [0]
      var coefficients: [Double] = [0]
      for (index, row) in program.rows.enumerated() {
        for term in row.terms {
          rows.append(Int32(index) + 1)
          columns.append(Int32(term.column) + 1)
          coefficients.append(Double(term.coefficient))
        }
      }
      unsafe glp_load_matrix(problem, Int32(rows.count - 1), rows, columns, coefficients)
      unsafe glp_adv_basis(problem, 0)
    }

    deinit { unsafe glp_delete_prob(problem) }

    /// Makes a column, or its negative, the objective, solves, and takes it out again.
    ///
    /// If the basis has become singular, the solve is tried once more from the start.
    mutating func solve(
      _ column: Int, maximize: Bool, iterations: inout Int
    ) -> SimplexOutcome {
      unsafe glp_set_obj_dir(problem, maximize ? GLP_MAX : GLP_MIN)
      unsafe glp_set_obj_coef(problem, Int32(column) + 1, 1)
      defer { unsafe glp_set_obj_coef(problem, Int32(column) + 1, 0) }
      let first = run(&iterations)
      if first != .failed { return first }
      unsafe glp_std_basis(problem)
      return run(&iterations)
    }

    private func run(_ iterations: inout Int) -> SimplexOutcome {
      guard iterations > 0 else { return .exhausted }
      var parameters = glp_smcp()
      unsafe glp_init_smcp(&parameters)
      parameters.msg_lev = GLP_MSG_OFF
      parameters.meth = GLP_PRIMAL
      parameters.it_lim = Int32(clamping: iterations)
      let before = Int(unsafe glp_get_it_cnt(problem))
      let status = unsafe glp_simplex(problem, &parameters)
      iterations -= min(iterations, max(0, Int(unsafe glp_get_it_cnt(problem)) - before))
      if status == GLP_EITLIM { return .exhausted }
      guard status == 0 else { return .failed }
      switch unsafe glp_get_status(problem) {
      case GLP_OPT: return .optimal
      case GLP_NOFEAS, GLP_INFEAS: return .infeasible
      default: return .failed
      }
    }

    /// The values of all columns where the last solve ended.
    func values() -> [Double] {
      program.columns.indices.map { Self.snapped(unsafe glp_get_col_prim(problem, Int32($0) + 1)) }
    }

    /// The values of all columns as fractions: whole numbers where all are, else from the refined
    /// basis.
    func exactValues() -> [Fraction]? {
      let about = values()
      if about.allSatisfy({ $0 == $0.rounded() && $0.magnitude < 0x1p53 }) {
        return about.map { Fraction(Int($0)) }
      }
      return unsafe BasisRefinement(problem, program)?.fractions()
    }

    /// The rows with a dual value other than 0 at the last optimum.
    func duals() -> [BoundsAnswer.Dual] {
      program.rows.indices.compactMap { row in
        let value = Self.snapped(unsafe glp_get_row_dual(problem, Int32(row) + 1))
        return value == 0 ? nil : BoundsAnswer.Dual(row: row, value: value)
      }
    }

    /// The number without the rounding of the arithmetic, where a whole number is beside it.
    private static func snapped(_ value: Double) -> Double {
      let whole = value.rounded()
      return (value - whole).magnitude <= 1e-9 * max(1, whole.magnitude) ? whole + 0 : value
    }
  }
#endif
