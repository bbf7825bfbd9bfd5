namespace Fraud.Keys.Checks;

/// <summary>An offline test of a token. Never throws.</summary>
internal interface IKeyCheck
{
    /// <summary>Name by which rules ask for it.</summary>
    string Name { get; }

    /// <summary>Whether the token holds; <paramref name="argument"/> is what the rule wrote behind the colon.</summary>
    bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument);
}
