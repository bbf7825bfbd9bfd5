namespace Fraud.Pitches;

/// <summary>Receives the terms found in a text.</summary>
internal interface ITermSink
{
    /// <summary>One term stands at [start, end) of the view.</summary>
    void Add(int value, int start, int end);
}
