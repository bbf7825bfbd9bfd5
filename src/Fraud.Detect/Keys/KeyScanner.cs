using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using Fraud.Findings;
using Fraud.Keys.Scanning;

namespace Fraud.Keys;

/// <summary>Finds leaked keys. Pure and safe for concurrent use; answers for any input whatever and never lets a clear key out.</summary>
public sealed class KeyScanner
{
    private const int StackLimit = 1024;

    /// <summary>Length of the shortest secret any rule knows.</summary>
    internal const int MinLength = 8;

    private readonly ScanProgram _program;

    // As many as ever scanned at once
    private readonly ConcurrentBag<ScanPass> _passes = [];

    /// <summary>A scanner with these rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="fingerprintKey">Secret of this installation; equal keys get equal fingerprints under it.</param>
    public KeyScanner(KeyRuleSet rules, ReadOnlySpan<byte> fingerprintKey)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Rules = rules;
        _program = new ScanProgram(rules, new KeyHider(fingerprintKey));
    }

    /// <summary>The rules in use.</summary>
    public KeyRuleSet Rules { get; }

    /// <summary>A scanner with the rules of the models folder.</summary>
    /// <param name="modelsFolder">Folder that has "keys" in it.</param>
    /// <param name="fingerprintKey">Secret of this installation.</param>
    /// <exception cref="InvalidDataException">The rules cannot be read.</exception>
    public static KeyScanner Load(string modelsFolder, ReadOnlySpan<byte> fingerprintKey) => new(KeyRuleSet.Load(modelsFolder), fingerprintKey);

    /// <summary>Keys in a text, in order of place; offsets are UTF-16 units. Without hits a shared empty list.</summary>
    public IReadOnlyList<KeyFinding> Scan(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length < MinLength)
        {
            return [];
        }

        var pass = Rent();
        var findings = MayFind(pass, text) ? ScanWhole(pass, text) : [];
        _passes.Add(pass);
        return findings;
    }

    /// <summary>Keys in UTF-8 bytes, in order of place; offsets are bytes. Without hits a shared empty list.</summary>
    public IReadOnlyList<KeyFinding> Scan(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length < MinLength)
        {
            return [];
        }

        var pass = Rent();
        var findings = ScanBytes(pass, utf8);
        _passes.Add(pass);
        return findings;
    }

    private ScanPass Rent() => _passes.TryTake(out var spare) ? spare : new ScanPass(_program);

    private bool MayFind(ScanPass pass, string text)
    {
        byte[]? rented = null;
        var squeezed = text.Length <= StackLimit ? stackalloc byte[StackLimit] : rented = ArrayPool<byte>.Shared.Rent(text.Length);
        squeezed = squeezed[..text.Length];
        Squeezer.Squeeze(text, squeezed, out var hasDisguise);
        var may = hasDisguise || pass.MayFind(squeezed) || (pass.SawDense && text.AsSpan().ContainsAny(_program.ForeignWords));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }

        return may;
    }

    private static KeyFinding[] ScanBytes(ScanPass pass, ReadOnlySpan<byte> utf8)
    {
        pass.Run(utf8);
        return pass.Candidates.Count == 0 ? [] : Overlaps.Settle(pass.Candidates);
    }

    private static KeyFinding[] ScanWhole(ScanPass pass, string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var utf8 = bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes));
            var findings = ScanBytes(pass, utf8);
            return findings.Length == 0 ? findings : Utf16Offsets.From(findings, utf8);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }
}
