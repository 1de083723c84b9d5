import DutyPolicy
import SelfTest

/// A failure's code, or else the verdict's word.
func word(_ judgement: Judgement) -> String {
    judgement.verdict.code?.rawValue ?? judgement.verdict.word
}

/// A failure's code, or else the verdict's word.
func word(_ result: ItemResult) -> String {
    result.verdict.code?.rawValue ?? result.verdict.word
}
