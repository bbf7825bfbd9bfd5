namespace Fraud.Keys.Literals;

/// <summary>Told of everything a pass over a text comes upon; returning false stops the pass.</summary>
internal interface ILiteralSink
{
    /// <summary>A literal stands here.</summary>
    bool OnLiteral(ReadOnlySpan<byte> text, int literal, int at);

    /// <summary>Sixteen bytes in a row that could belong to one encoded or shapeless token.</summary>
    bool OnDense(ReadOnlySpan<byte> text, int at);
}
