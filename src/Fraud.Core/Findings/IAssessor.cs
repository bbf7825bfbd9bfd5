namespace Fraud.Findings;

/// <summary>Detection as one pure function: no I/O, no clock, no exception, no logging of text. Safe for concurrent use.</summary>
public interface IAssessor
{
    /// <summary>Model name and version.</summary>
    string Model { get; }

    /// <summary>Policy name and version.</summary>
    string Policy { get; }

    /// <summary>Assesses one text; answers for any input whatever.</summary>
    Assessment Assess(string text, AssessContext context);
}
